using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;

namespace Stp.Scorecard.Charts;

/// <summary>The plot of an SPC chart: its axes and its series.</summary>
internal sealed class SpcPanel(SpcView view, PlotArea area, AxisScale scale)
{
    /// <summary>Points with less room than this, in pixels, are drawn smaller, down to a share of their size.</summary>
    private const double RoomOfAPoint = 14;
    private const double LeastShareOfSize = 0.4;

    private readonly DateAxis _dates = new([.. view.Result.Points.Select(point => point.Date)]);

    public PlotArea Area => area;

    public DateAxis Dates => _dates;

    public double X(double day) => area.Left + ((day - _dates.Min) / (_dates.Max - _dates.Min) * area.Width);

    public double Y(decimal value) => area.Bottom - ((scale.Shown(value) - scale.Min) / (scale.Max - scale.Min) * area.Height);

    public object Grid() => new
    {
        left = OptionText.Pixel(area.Left),
        top = OptionText.Pixel(area.Top),
        width = OptionText.Pixel(area.Width),
        height = OptionText.Pixel(area.Height),
    };

    /// <summary>In days from the first date: the same in every time zone.</summary>
    public object XAxis() => new
    {
        type = "value",
        min = Math.Round(_dates.Min, 2),
        max = Math.Round(_dates.Max, 2),
        axisLabel = new { show = false },
        axisTick = new { show = false },
        splitLine = new { show = false },
        axisLine = new { show = true, onZero = false, lineStyle = new { color = Palette.Rule } },
    };

    public object YAxis() => new
    {
        type = "value",
        min = Tidy(scale.Min),
        max = Tidy(scale.Max),
        interval = Tidy(scale.Step),
        axisLabel = new { formatter = scale.Display.Formatter, color = Palette.Quiet, fontSize = 13 },
        axisLine = new { show = false, onZero = false },
        axisTick = new { show = false },
        splitLine = new { lineStyle = new { color = Palette.FaintRule } },
    };

    /// <summary>Limits and mean below, then the values, and the points on top; each line breaks at a rebase.</summary>
    public IEnumerable<object> Series()
    {
        if (view.Result.Series.Target is { } target)
            yield return Level("target", (_dates.Min, _dates.Max), target, SpcPalette.Target, "dashed");
        foreach (var (group, span) in view.Result.Groups.Zip(Spans()))
        {
            if (group.Limits is { Upper: { } upper, Lower: { } lower })
            {
                yield return Level("upper limit", span, upper, SpcPalette.Grey, "dashed");
                yield return Level("lower limit", span, lower, SpcPalette.Grey, "dashed");
            }

            if (group.Limits.Mean is { } mean)
                yield return Level("mean", span, mean, SpcPalette.Mean, "solid");
        }

        if (view.Trajectory is { } trajectory)
            yield return Line("trajectory", Placed(trajectory.Where(IsOnTheAxis)), SpcPalette.Purple, 2, "dashed", 4);
        foreach (var group in view.Result.Groups)
        {
            yield return Line("values", Placed(group.Points.Select(point => new SpcPoint(point.Date, point.Value))), SpcPalette.Grey, OptionText.Pixel(2 * ShareOfSize()), "solid", 5);
        }

        foreach (var variation in Variations())
        {
            yield return Points(variation);
        }
    }

    /// <summary>Between two groups, where one begins.</summary>
    public IEnumerable<double> Breaks() => Spans().Skip(1).Select(span => span.From);

    /// <summary>The kinds of points that a chart of this direction can have.</summary>
    public IReadOnlyList<Variation> Variations() => view.Result.Series.Direction == Direction.Neutral
        ? [Variation.CommonCause, Variation.SpecialCauseNeutralHigh]
        : [Variation.CommonCause, Variation.SpecialCauseImprovement, Variation.SpecialCauseConcern];

    /// <summary>What the legend calls the points.</summary>
    public static string LegendName(Variation variation) => variation switch
    {
        Variation.CommonCause => "common cause",
        Variation.SpecialCauseImprovement => "improvement",
        Variation.SpecialCauseConcern => "concern",
        _ => "special cause",
    };

    /// <summary>Every number that the axis must hold.</summary>
    public static IEnumerable<decimal> Values(SpcView view) => view.Result.Points.Select(point => point.Value)
        .Concat(view.Result.Groups.SelectMany(group => new[] { group.Limits.Mean, group.Limits.Lower, group.Limits.Upper }))
        .Concat(view.Trajectory?.Select(point => point.Value) ?? [])
        .Append(view.Result.Series.Target)
        .OfType<decimal>();

    /// <summary>From where to where each group's limits are drawn: midway between its points and the next group's.</summary>
    private IEnumerable<(double From, double To)> Spans()
    {
        var groups = view.Result.Groups;
        var middles = groups.Zip(groups.Skip(1), (group, next) => (_dates.Day(group.Points[^1].Date) + _dates.Day(next.Points[0].Date)) / 2);
        double[] edges = [_dates.Min, .. middles, _dates.Max];
        return edges.Zip(edges.Skip(1));
    }

    private bool IsOnTheAxis(SpcPoint point) => _dates.Day(point.Date) >= _dates.Min && _dates.Day(point.Date) <= _dates.Max;

    private IEnumerable<object> Placed(IEnumerable<SpcPoint> points) =>
        points.Select(point => (object)new[] { _dates.Day(point.Date), point.Value is { } value ? scale.Shown(value) : (double?)null });

    private object Level(string name, (double From, double To) span, decimal value, string colour, string dash)
    {
        var shown = scale.Shown(value);
        return Line(name, [new[] { Math.Round(span.From, 2), shown }, new[] { Math.Round(span.To, 2), shown }], colour, 1.8, dash, 3);
    }

    private static object Line(string name, IEnumerable<object> data, string colour, double width, string dash, int z) => new
    {
        type = "line",
        name,
        z,
        data,
        symbol = "none",
        connectNulls = false,
        itemStyle = new { color = colour },
        lineStyle = new { color = colour, width, type = dash },
    };

    private double ShareOfSize() => Math.Clamp(area.Width / view.Result.Points.Count() / RoomOfAPoint, LeastShareOfSize, 1);

    private object Points(Variation variation) => new
    {
        type = "scatter",
        name = LegendName(variation),
        z = 10,
        data = view.Result.Points
            .Where(point => point.Value is not null && SpcPalette.Of(point.Variation) == SpcPalette.Of(variation))
            .Select(point => new[] { _dates.Day(point.Date), scale.Shown(point.Value!.Value) }),
        symbol = SpcPalette.Shape(variation),
        symbolSize = OptionText.Pixel(SpcPalette.Size(variation) * ShareOfSize()),
        itemStyle = new { opacity = 1, color = SpcPalette.Of(variation) },
    };

    /// <summary>Without the last digits that steps of tenths leave behind.</summary>
    private static double Tidy(double value) => Math.Round(value, 10);
}
