using System.Globalization;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Spc;

namespace Stp.Scorecard.Charts;

/// <summary>
/// An XmR chart as "Making Data Count" draws it: points by variation, mean, limits and target with their values at the end, breaks where
/// limits were rebased, the message as title. 960 x 480.
/// </summary>
public static class SpcChart
{
    public const int Width = 960;
    public const int Height = 480;

    private const string TargetName = "Target";
    private const double Margin = 24;
    private const double AxisGap = 16;
    private const double LabelWidth = 150;
    private const double LabelGap = 10;
    private const double LabelHeight = 20;
    private const double LegendHeight = 8;
    private const int MostTicks = 10;

    /// <summary>The room of the icons, to the right of the title.</summary>
    private const int IconsWidth = 130;

    private static readonly TextStyle Label = new(13, FontWeight.SemiBold);
    private static readonly TextStyle Small = new(12);
    private static readonly TextStyle AxisLabel = new(13);

    public static Drawing Draw(SpcView view, TextMeasure measure)
    {
        var frame = ChartFrame.Around(view.Message, view.Subtitle, view.Note, view.Source, Width - IconsWidth, Height, measure);
        var top = frame.Top + LegendHeight;
        var scale = AxisScale.For(SpcPanel.Values(view), view.Unit);
        var left = Margin + AxisWidth(scale, measure);
        var area = new PlotArea(left, top, Width - Margin - left - LabelGap - LabelWidth, frame.Bottom - top);
        var panel = new SpcPanel(view, area, scale);
        var option = new
        {
            backgroundColor = Palette.White,
            textStyle = new { fontFamily = "Open Sans" },
            animation = false,
            grid = new[] { panel.Grid() },
            xAxis = new[] { panel.XAxis() },
            yAxis = new[] { panel.YAxis() },
            legend = Legend(panel),
            series = panel.Series(),
            graphic = (IEnumerable<object>)
            [
                .. frame.Texts,
                .. Ticks(panel, measure),
                .. panel.Breaks().Select(day => OptionText.Line(panel.X(day), area.Top, panel.X(day), area.Bottom, Palette.Rule)),
                .. AxisNote(scale, area),
                .. SpcIcons.Draw(view.Result, Width - Margin - IconsWidth, IconsWidth),
                .. EndLabels(view, panel, measure),
            ],
        };
        return new Drawing(DrawingForm.Option, OptionText.Write(option), Width, Height);
    }

    /// <summary>Shapes and colours of the points, to the right above the plot.</summary>
    private static object Legend(SpcPanel panel) => new
    {
        right = OptionText.Pixel(Width - panel.Area.Right),
        top = OptionText.Pixel(panel.Area.Top - 30),
        padding = 0,
        itemGap = 18,
        itemWidth = 11,
        itemHeight = 11,
        selectedMode = false,
        textStyle = new { color = Palette.Ink, fontSize = Small.Size },
        data = panel.Variations().Select(variation => new { name = SpcPanel.LegendName(variation), icon = SpcPalette.Shape(variation) }),
    };

    private static IEnumerable<object> Ticks(SpcPanel panel, TextMeasure measure)
    {
        foreach (var tick in panel.Dates.Ticks(MostTicks))
        {
            var x = panel.X(panel.Dates.Day(tick.Date));
            yield return OptionText.Line(x, panel.Area.Bottom, x, panel.Area.Bottom + 5, Palette.Rule);
            var half = measure.Width(tick.Label, Small) / 2;
            yield return OptionText.Text(Math.Max(x, Margin + half), panel.Area.Bottom + 15, tick.Label, Small, Palette.Quiet, "center");
        }
    }

    private static double AxisWidth(AxisScale scale, TextMeasure measure) => AxisGap + new[] { scale.Min, scale.Max, scale.Min + scale.Step }
        .Max(value => measure.Width($"{scale.Display.Before}{value.ToString("#,0.####", CultureInfo.InvariantCulture)}{scale.Display.After}", AxisLabel));

    private static IEnumerable<object> AxisNote(AxisScale scale, PlotArea area)
    {
        if (scale.NoteForZero() is { } note)
            yield return OptionText.Text(Margin, area.Top - 24, note, Small, Palette.Quiet);
    }

    /// <summary>The levels of the last group and the latest value, each beside the end of its line.</summary>
    private static IEnumerable<object> EndLabels(SpcView view, SpcPanel panel, TextMeasure measure)
    {
        var text = new SpcText(view.Result, view.Unit);
        var limits = view.Result.Limits;
        var labels = new (string Name, decimal? Value, string Colour)[]
            {
                (TargetName, view.Result.Series.Target, SpcPalette.Target),
                ("Upper limit", limits.Upper, Palette.Quiet),
                ("Mean", limits.Mean, SpcPalette.Mean),
                ("Lower limit", limits.Lower, Palette.Quiet),
                ("Latest", view.Result.Latest.Value, Palette.Ink),
                ("Trajectory", view.Trajectory?[^1].Value, SpcPalette.Purple),
            }
            .Where(label => label.Value is not null)
            .ToList();
        var middles = LabelPlacement.Place(
            [.. labels.Select(label => panel.Y(label.Value!.Value))],
            [.. labels.Select(_ => LabelHeight)],
            panel.Area.Top - 8,
            panel.Area.Bottom + 8);
        foreach (var ((name, value, colour), middle) in labels.Zip(middles))
        {
            var written = name == TargetName ? text.Target() : text.Value(value);
            var words = measure.Shorten($"{name} {written}", LabelWidth, Label);
            yield return OptionText.Line(panel.Area.Right + 1, panel.Y(value!.Value), panel.Area.Right + LabelGap - 3, middle, Palette.Rule);
            yield return OptionText.Text(panel.Area.Right + LabelGap, middle, words, Label, colour);
        }
    }
}
