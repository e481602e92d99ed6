using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;

namespace Stp.Scorecard.Charts;

/// <summary>Where a plot stands on its chart, in pixels.</summary>
internal sealed record PlotArea(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}

/// <summary>One plot of one trend: its axes, its lines and the mark on its last point. A chart has one or several.</summary>
/// <param name="index">Which plot of the chart it is, from 0.</param>
internal sealed class TrendPanel(Trend trend, PlotArea area, AxisScale scale, int index)
{
    private const double MarkSize = 20;

    private static readonly double[] DashDot = [9, 3, 2, 3];

    public PlotArea Area => area;

    public Trend Trend => trend;

    /// <summary>The middle of a month, in pixels.</summary>
    public double X(int month) => area.Left + ((month + 0.5) * area.Width / trend.Months.Count);

    public double Y(decimal value) =>
        area.Bottom - ((scale.Shown(value) - scale.Min) / (scale.Max - scale.Min) * area.Height);

    public object Grid() => new
    {
        left = OptionText.Pixel(area.Left),
        top = OptionText.Pixel(area.Top),
        width = OptionText.Pixel(area.Width),
        height = OptionText.Pixel(area.Height),
    };

    public object XAxis() => new
    {
        type = "category",
        gridIndex = index,
        data = trend.Months.Select(month => PackText.ShortMonth(month.Month)),
        axisLabel = new { show = false },
        axisTick = new { show = false },
        axisLine = new { onZero = false, lineStyle = new { color = Palette.Rule } },
    };

    public object YAxis(bool isLabelled, double fontSize) => new
    {
        type = "value",
        gridIndex = index,
        min = scale.Min,
        max = scale.Max,
        interval = scale.Step,
        axisLabel = new
        {
            show = isLabelled,
            formatter = scale.Display.Formatter,
            color = Palette.Quiet,
            fontSize,
        },
        splitLine = new { lineStyle = new { color = Palette.FaintRule } },
    };

    /// <summary>The financial years under the plot, and a tick where each begins.</summary>
    /// <param name="every">2 labels every other year, where there is little room.</param>
    public IEnumerable<object> Years(int every, TextStyle style)
    {
        var months = trend.Months.Select((month, i) => (Year: month.Month.FinancialYear, Index: i));
        foreach (var (number, year) in months.GroupBy(month => month.Year).Index())
        {
            var (first, last) = (year.First().Index, year.Last().Index);
            var start = X(first) - (area.Width / trend.Months.Count / 2);
            yield return OptionText.Line(start, area.Bottom, start, area.Bottom + 5, Palette.Rule);
            if (number % every == 0)
            {
                var centre = (X(first) + X(last)) / 2;
                yield return OptionText.Text(centre, area.Bottom + 15, year.Key.ToString(), style, Palette.Quiet, "center");
            }
        }
    }

    /// <summary>All lines, the actual values on top, and the status mark.</summary>
    public IEnumerable<object> Series()
    {
        if (trend.Baseline is { } baseline)
            yield return Level("baseline", baseline.Value, Palette.Rule, 1.5, "solid");
        if (trend.Standard is { } standard)
            yield return Level("standard", standard.Value, Palette.Quiet, 1.5, DashDot);
        if (trend.Target is { } target)
            yield return Level("target", target.Value, Palette.Ink, 1.8, "dotted");
        if (trend.FirstTrajectoryLabel.Length > 0)
            yield return Line("as first agreed", trend.Months.Select(month => month.FirstTrajectory), Palette.LightBlue, 3, "dashed", 1);
        foreach (var (from, to) in Plans())
        {
            var inForce = trend.Months.Select((month, i) => i >= from && i < to ? month.Trajectory : null);
            yield return Line("trajectory", inForce, Palette.DarkBlue, 2.2, "dashed", 4);
        }

        yield return Line("actual", trend.Months.Select(month => month.IsPartial ? null : month.Value), Palette.Ink, 2.8, "solid", 5);
        foreach (var i in PartialMonths())
        {
            var lastStep = trend.Months.Select((month, at) => at == i - 1 || at == i ? month.Value : null);
            yield return Line("part month", lastStep, Palette.Ink, 1.5, "dotted", 5);
        }

        if (trend.Latest is { } latest)
            yield return Mark(latest);
    }

    /// <summary>The months of each trajectory that is or was in force: a change is a gap, not a fall.</summary>
    private IEnumerable<(int From, int To)> Plans()
    {
        var starts = Enumerable.Range(0, trend.Months.Count).Where(i => i == 0 || trend.Months[i].StartsNewPlan).ToList();
        return starts.Zip(starts.Skip(1).Append(trend.Months.Count));
    }

    private IEnumerable<int> PartialMonths() =>
        trend.Months.Index().Where(month => month.Item.IsPartial && month.Item.Value is not null).Select(month => month.Index);

    private object Level(string name, decimal value, string colour, double width, object dash) =>
        Line(name, trend.Months.Select(_ => (decimal?)value), colour, width, dash, 2);

    private object Line(string name, IEnumerable<decimal?> values, string colour, double width, object dash, int z)
    {
        var shown = values.Select(value => value is { } some ? scale.Shown(some) : (double?)null).ToList();
        return new
        {
            type = "line",
            name,
            xAxisIndex = index,
            yAxisIndex = index,
            z,
            data = shown.Select((value, i) => IsAlone(shown, i) ? new { value, symbol = "circle" } : (object?)value),
            symbol = "none",
            symbolSize = 5,
            showAllSymbol = true,
            itemStyle = new { color = colour },
            lineStyle = new { color = colour, width, type = dash },
        };
    }

    /// <summary>A month between two without figures would leave no trace in a line.</summary>
    private static bool IsAlone(List<double?> values, int i) =>
        values[i] is not null && (i == 0 || values[i - 1] is null) && (i == values.Count - 1 || values[i + 1] is null);

    /// <summary>The last point: status by colour, shape and letter; hollow for a part of a month.</summary>
    private object Mark(TrendMonth latest)
    {
        var isHollow = latest.IsPartial || latest.Status == RagStatus.Grey;
        var colour = Palette.Of(latest.Status);
        var months = trend.Months.TakeWhile(month => month != latest).Count();
        return new
        {
            type = "scatter",
            name = "status",
            xAxisIndex = index,
            yAxisIndex = index,
            z = 10,
            data = new[] { new[] { months, scale.Shown(latest.Value!.Value) } },
            symbol = latest.Status switch { RagStatus.Amber => "diamond", RagStatus.Red => "rect", _ => "circle" },
            symbolSize = latest.Status switch { RagStatus.Amber => MarkSize * 1.3, RagStatus.Red => MarkSize * 0.9, _ => MarkSize },
            itemStyle = new
            {
                opacity = 1,
                color = isHollow ? Palette.White : colour,
                borderColor = latest.Status == RagStatus.Grey ? Palette.Quiet : isHollow ? colour : Palette.White,
                borderWidth = isHollow ? 2.5 : 1.5,
            },
            label = new
            {
                show = true,
                position = "inside",
                formatter = Palette.Letter(latest.Status),
                color = isHollow ? Palette.Ink : Palette.LetterColour(latest.Status),
                fontSize = 12,
                fontWeight = 700,
            },
        };
    }
}
