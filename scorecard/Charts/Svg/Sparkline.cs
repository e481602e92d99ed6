using Stp.Scorecard.Packs;

namespace Stp.Scorecard.Charts.Svg;

/// <summary>
/// A trend without words: actual solid, trajectory dashed, plan as first agreed light, target dotted, status on the last point.
/// </summary>
internal static class Sparkline
{
    public const string Dashed = "6 3.5";
    public const string Dotted = "1.8 3.2";

    private const double MarkSize = 9;

    public static void Draw(SvgCanvas canvas, Trend trend, double left, double top, double width, double height)
    {
        var values = TrendChart.Values(trend).ToList();
        if (values.Count == 0)
            return;

        var (low, high) = ((double)values.Min(), (double)values.Max());
        var range = high > low ? high - low : 1;
        double X(int month) => left + (MarkSize / 2) + (month * (width - MarkSize) / Math.Max(1, trend.Months.Count - 1));
        double Y(decimal value) => top + height - (((double)value - low) / range * height);
        void Line(Func<TrendMonth, decimal?> read, string colour, double thickness, string dash, Func<TrendMonth, bool>? breaks = null)
        {
            foreach (var run in Runs(trend.Months, read, breaks))
                canvas.Polyline(run.Select(point => (X(point.Month), Y(point.Value))), colour, thickness, dash);
        }

        if (trend.Target is { } target)
            canvas.Line(X(0), Y(target.Value), X(trend.Months.Count - 1), Y(target.Value), Palette.Quiet, 1.3, Dotted);
        if (trend.FirstTrajectoryLabel.Length > 0)
            Line(month => month.FirstTrajectory, Palette.LightBlue, 1.4, Dashed);
        Line(month => month.Trajectory, Palette.DarkBlue, 1.6, Dashed, month => month.StartsNewPlan);
        Line(month => month.Value, Palette.Ink, 2, "none");
        if (trend.Latest is { Value: { } value } latest)
            StatusMark.Shape(canvas, X(trend.Months.TakeWhile(month => month != latest).Count()), Y(value), MarkSize, latest.Status);
    }

    /// <summary>Stretches of months without a gap, and without a month that begins something new.</summary>
    private static IEnumerable<List<(int Month, decimal Value)>> Runs(
        IReadOnlyList<TrendMonth> months, Func<TrendMonth, decimal?> read, Func<TrendMonth, bool>? breaks)
    {
        var run = new List<(int, decimal)>();
        for (var i = 0; i < months.Count; i++)
        {
            var value = read(months[i]);
            if (run.Count > 0 && (value is null || breaks?.Invoke(months[i]) == true))
            {
                yield return run;
                run = [];
            }

            if (value is { } some)
                run.Add((i, some));
        }

        if (run.Count > 0)
            yield return run;
    }
}
