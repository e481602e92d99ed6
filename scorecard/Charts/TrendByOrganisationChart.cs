using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;

namespace Stp.Scorecard.Charts;

/// <summary>
/// The organisations of one KPI side by side, three in a row, on the same axis: who stands where, and who moves which way.
/// </summary>
public static class TrendByOrganisationChart
{
    public const int Width = 960;

    private const int InARow = 3;
    private const double Margin = 24;
    private const double AxisWidth = 44;
    private const double Gap = 26;
    private const double NameHeight = 28;
    private const double YearsHeight = 30;
    private const int RowHeight = 300;
    private const int FrameHeight = 180;

    private static readonly TextStyle Name = new(14, FontWeight.SemiBold);
    private static readonly TextStyle Value = new(15, FontWeight.Bold);
    private static readonly TextStyle Small = new(12);

    /// <param name="section">With at least one member.</param>
    public static Drawing Draw(PackSection section, TextMeasure measure)
    {
        var members = section.Compared;
        var rows = (members.Count + InARow - 1) / InARow;
        var height = FrameHeight + (rows * RowHeight);
        var unit = section.Row.Trend.Unit;
        var frame = ChartFrame.Around(
            section.ComparisonMessage, section.ComparisonSubtitle,
            Legend(members),
            section.Row.Trend.Source, Width, height, measure);
        var scale = AxisScale.For(members.SelectMany(TrendChart.Values), unit);
        var panels = members.Select((trend, i) => new TrendPanel(trend, Area(i, members.Count, rows, frame), scale, i)).ToList();
        IEnumerable<object> note = scale.NoteForZero() is { } words
            ? [OptionText.Text(Margin, frame.Top - 20, words, Small, Palette.Quiet)]
            : [];
        var option = new
        {
            backgroundColor = Palette.White,
            textStyle = new { fontFamily = "Open Sans" },
            animation = false,
            grid = panels.Select(panel => panel.Grid()),
            xAxis = panels.Select(panel => panel.XAxis()),
            yAxis = panels.Select((panel, i) => panel.YAxis(isLabelled: i % InARow == 0, fontSize: 13)),
            series = panels.SelectMany(panel => panel.Series()),
            graphic = frame.Texts
                .Concat(note)
                .Concat(panels.SelectMany(panel => panel.Years(2, Small)))
                .Concat(panels.SelectMany(panel => Head(panel, section.Row.Trend.Latest, measure))),
        };
        return new Drawing(DrawingForm.Option, OptionText.Write(option), Width, height);
    }

    /// <summary>What the lines are that are drawn, and no others.</summary>
    private static string Legend(IReadOnlyList<Trend> members)
    {
        var isRevised = members.Any(trend => trend.FirstTrajectoryLabel.Length > 0);
        var lines = new (bool IsDrawn, string Words)[]
        {
            (true, "Solid: actual, with its status at the end."),
            (members.Any(trend => trend.Months.Any(month => month.Trajectory is not null)), isRevised ? "Dashed: trajectory, light as first agreed." : "Dashed: trajectory."),
            (members.Any(trend => trend.Target?.Value is not null), "Dotted: target."),
            (members.Any(trend => trend.Standard?.Value is not null), "Dash-dot: standard."),
            (members.Any(trend => trend.Baseline?.Value is not null), "Thin: baseline."),
        };
        return string.Join(' ', lines.Where(line => line.IsDrawn).Select(line => line.Words));
    }

    private static PlotArea Area(int index, int count, int rows, ChartFrame frame)
    {
        var columns = Math.Min(count, InARow);
        var width = (Width - (2 * Margin) - AxisWidth - ((columns - 1) * Gap)) / columns;
        var rowHeight = (frame.Bottom + YearsHeight - frame.Top) / rows;
        var top = frame.Top + (index / InARow * rowHeight) + NameHeight;
        return new PlotArea(Margin + AxisWidth + (index % InARow * (width + Gap)), top, width, rowHeight - NameHeight - YearsHeight);
    }

    /// <summary>The organisation and its latest value, above its plot; its month where it is not the partnership's latest.</summary>
    private static IEnumerable<object> Head(TrendPanel panel, TrendMonth? own, TextMeasure measure)
    {
        var latest = panel.Trend.Latest;
        var value = latest is null ? "no figures"
            : latest.Month != own?.Month ? $"{PackText.ShortMonth(latest.Month)}: {latest.ValueText}"
            : latest.ValueText;
        var y = panel.Area.Top - 16;
        var room = panel.Area.Width - measure.Width(value, Value) - 10;
        yield return OptionText.Text(panel.Area.Left, y, measure.Shorten(panel.Trend.OrganisationName, room, Name), Name, Palette.Ink);
        yield return OptionText.Text(panel.Area.Right, y, value, Value, Palette.Ink, "right");
    }
}
