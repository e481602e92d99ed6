using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;

namespace Stp.Scorecard.Charts;

/// <summary>
/// One KPI of one organisation over the plan period: actual values against baseline, trajectory and target, the message as title and
/// labels at the ends of the lines. 960 x 480.
/// </summary>
public static class TrendChart
{
    public const int Width = 960;
    public const int Height = 480;

    private const double Margin = 24;
    private const double AxisWidth = 44;
    private const double LabelWidth = 186;
    private const double LabelGap = 10;
    private const double LineHeight = 18;

    private static readonly TextStyle Value = new(18, FontWeight.Bold);
    private static readonly TextStyle Label = new(13, FontWeight.SemiBold);
    private static readonly TextStyle Small = new(12);

    public static Drawing Draw(Trend trend, TextMeasure measure)
    {
        var frame = ChartFrame.Around(trend.Message, trend.Subtitle, trend.Note, trend.Source, Width, Height, measure);
        var scale = AxisScale.For(Values(trend), trend.Unit);
        var area = new PlotArea(
            Margin + AxisWidth, frame.Top, Width - (2 * Margin) - AxisWidth - LabelGap - LabelWidth, frame.Bottom - frame.Top);
        var panel = new TrendPanel(trend, area, scale, 0);
        IEnumerable<object> graphic =
        [
            .. frame.Texts,
            .. panel.Years(1, Small),
            .. AxisNote(scale, panel, trend),
            .. EndLabels(panel, measure),
            .. LatestLabel(panel, measure),
        ];
        var option = new
        {
            backgroundColor = Palette.White,
            textStyle = new { fontFamily = "Open Sans" },
            animation = false,
            grid = new[] { panel.Grid() },
            xAxis = new[] { panel.XAxis() },
            yAxis = new[] { panel.YAxis(isLabelled: true, fontSize: 13) },
            series = panel.Series(),
            graphic,
        };
        return new Drawing(DrawingForm.Option, OptionText.Write(option), Width, Height);
    }

    /// <summary>Every number that the axis must hold.</summary>
    internal static IEnumerable<decimal> Values(Trend trend) => trend.Months
        .SelectMany(month => new[] { month.Value, month.Trajectory, trend.FirstTrajectoryLabel.Length > 0 ? month.FirstTrajectory : null })
        .Concat([trend.Baseline?.Value, trend.Target?.Value, trend.Standard?.Value])
        .OfType<decimal>();

    private static IEnumerable<object> AxisNote(AxisScale scale, TrendPanel panel, Trend trend)
    {
        if (scale.NoteForZero() is { } note)
            yield return OptionText.Text(Margin, panel.Area.Top - 20, note, Small, Palette.Quiet);
    }

    private static IEnumerable<object> EndLabels(TrendPanel panel, TextMeasure measure)
    {
        var trend = panel.Trend;
        var labels = new[]
            {
                (trend.Target?.Value, trend.Target?.Label ?? string.Empty, Palette.Ink),
                (trend.Standard?.Value, trend.Standard?.Label ?? string.Empty, Palette.Quiet),
                (trend.Months[^1].Trajectory, trend.TrajectoryLabel, Palette.DarkBlue),
                (trend.Months[^1].FirstTrajectory, trend.FirstTrajectoryLabel, Palette.NhsBlue),
                (trend.Baseline?.Value, trend.Baseline?.Label ?? string.Empty, Palette.Quiet),
            }
            .Where(label => label.Item1 is not null && label.Item2.Length > 0)
            .Select(label => new EndLabel(panel.Y(label.Item1!.Value), measure.Wrap(label.Item2, LabelWidth, 2, Label), label.Item3))
            .ToList();
        var middles = LabelPlacement.Place(
            [.. labels.Select(label => label.LineY)],
            [.. labels.Select(label => (label.Lines.Count * LineHeight) + 4)],
            panel.Area.Top - 12,
            panel.Area.Bottom);

        foreach (var (label, middle) in labels.Zip(middles))
        {
            var end = panel.X(panel.Trend.Months.Count - 1);
            yield return OptionText.Line(end + 3, label.LineY, panel.Area.Right + LabelGap - 3, middle, Palette.Rule);
            foreach (var (i, line) in label.Lines.Index())
            {
                var y = middle + ((i - ((label.Lines.Count - 1) / 2.0)) * LineHeight);
                yield return OptionText.Text(panel.Area.Right + LabelGap, y, line, Label, label.Colour);
            }
        }
    }

    private static IEnumerable<object> LatestLabel(TrendPanel panel, TextMeasure measure)
    {
        var trend = panel.Trend;
        if (trend.Latest is not { Value: { } value } latest)
        {
            const string none = "No figures yet";
            var (x, y) = FreePlace.Beside(
                panel, trend.Months.Count / 2, panel.Area.Top + (panel.Area.Height / 2), measure.Width(none, Value), Value.Size);
            yield return OptionText.Text(x, y, none, Value, Palette.Quiet);
            yield break;
        }

        var month = latest.Month.ToWords() + (latest.IsPartial ? ", part of the month" : string.Empty);
        var width = Math.Max(measure.Width(latest.ValueText, Value), measure.Width(month, Small));
        var index = trend.Months.TakeWhile(other => other != latest).Count();
        var (left, centre) = FreePlace.Beside(panel, index, panel.Y(value), width, 38);
        yield return OptionText.Text(left, centre - 8, latest.ValueText, Value, Palette.Ink);
        yield return OptionText.Text(left, centre + 11, month, Small, Palette.Quiet);
    }

    /// <param name="LineY">Where its line ends.</param>
    private sealed record EndLabel(double LineY, IReadOnlyList<string> Lines, string Colour);
}
