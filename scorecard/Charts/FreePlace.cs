using Stp.Scorecard.Packs;

namespace Stp.Scorecard.Charts;

/// <summary>Finds the place beside a point where a label covers no line.</summary>
internal static class FreePlace
{
    private const double Distance = 16;
    private const int SamplesPerMonth = 4;

    /// <returns>The label's left edge and middle, inside the plot.</returns>
    public static (double Left, double Middle) Beside(TrendPanel panel, int month, double y, double width, double height)
    {
        var lines = Samples(panel).ToList();
        return Candidates(panel.X(month), y, width, height)
            .Where(place => place.Left >= panel.Area.Left && place.Left + width <= panel.Area.Right)
            .Where(place => place.Middle - (height / 2) >= panel.Area.Top && place.Middle + (height / 2) <= panel.Area.Bottom)
            .DefaultIfEmpty((Left: panel.Area.Left, Middle: panel.Area.Top + (height / 2)))
            .MinBy(place => lines.Count(point =>
                point.X >= place.Left - 4 && point.X <= place.Left + width + 4 && Math.Abs(point.Y - place.Middle) <= (height / 2) + 4));
    }

    /// <summary>To the right first, then further up or down, then above or below, then to the left: the first of the best wins.</summary>
    private static IEnumerable<(double Left, double Middle)> Candidates(double x, double y, double width, double height)
    {
        double[] sides = [x + Distance, x - (width / 2), x - Distance - width];
        foreach (var left in sides)
        {
            var isAcross = left < x && left + width > x;
            for (var step = 0; step <= 10; step++)
            {
                var away = (isAcross ? (height / 2) + Distance : 0) + (step * 8);
                yield return (left, y + away);
                yield return (left, y - away);
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Samples(TrendPanel panel)
    {
        var trend = panel.Trend;
        IEnumerable<Func<TrendMonth, decimal?>> lines =
        [
            month => month.Value, month => month.Trajectory, month => month.FirstTrajectory,
            _ => trend.Baseline?.Value, _ => trend.Target?.Value, _ => trend.Standard?.Value,
        ];
        return lines.SelectMany(line => Along(panel, line));
    }

    private static IEnumerable<(double X, double Y)> Along(TrendPanel panel, Func<TrendMonth, decimal?> line)
    {
        var months = panel.Trend.Months;
        var monthWidth = panel.X(1) - panel.X(0);
        for (var i = 0; i < months.Count; i++)
        {
            if (line(months[i]) is not { } value)
            {
                continue;
            }

            var next = i + 1 < months.Count && !months[i + 1].StartsNewPlan ? line(months[i + 1]) ?? value : value;
            for (var step = 0; step < SamplesPerMonth; step++)
            {
                var share = (double)step / SamplesPerMonth;
                yield return (panel.X(i) + (share * monthWidth), panel.Y(value) + (share * (panel.Y(next) - panel.Y(value))));
            }
        }
    }
}
