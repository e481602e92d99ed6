using System.Text.Json;
using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Svg;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class SpcChartTests
{
    /// <summary>King's type 1 four-hour performance, April 2016 to March 2019.</summary>
    private static readonly decimal?[] FourHour =
    [
        0.784m, 0.801m, 0.784m, 0.781m, 0.842m, 0.759m, 0.749m, 0.729m, 0.672m, 0.708m, 0.751m, 0.767m, 0.804m, 0.811m, 0.807m, 0.843m, 0.813m, 0.802m,
        0.774m, 0.750m, 0.723m, 0.704m, 0.644m, 0.618m, 0.706m, 0.729m, 0.769m, 0.708m, 0.740m, 0.683m, 0.710m, 0.655m, 0.618m, 0.599m, 0.601m, 0.656m,
    ];

    private static SpcSeries Series => new([.. FourHour.Select((value, i) => new SpcPoint(new DateOnly(2016, 4, 1).AddMonths(i), value))], Target: 0.95m);

    private static SpcSeries Rebased => Series with { Rebase = [new DateOnly(2017, 4, 1), new DateOnly(2018, 4, 1)] };

    private static IEnumerable<TestCaseData> Views()
    {
        yield return Case("usual", View(Series));
        yield return Case("rebased, with trial limits", View(Rebased));
        yield return Case("lower is better", View(Series with { Direction = Direction.Decrease }));
        yield return Case("neutral", View(Series with { Direction = Direction.Neutral }));
        yield return Case("plain numbers", View(Series, Unit.Number));
        yield return Case("one point", View(Series with { Points = [Series.Points[0]] }));
        yield return Case("no figures", View(Series with { Points = [.. Series.Points.Select(point => point with { Value = null })] }));
        yield return Case("constant", View(Series with { Points = [.. Series.Points.Select(point => point with { Value = 0.95m })], FixAfter = 12 }));
        yield return Case("huge", View(Times(1e15m), Unit.Number));
        yield return Case("below zero", View(Times(-100), Unit.Gbp));
        yield return Case("with a trajectory", View(Series) with { Trajectory = Times(1.1m).Points });
        yield return Case("as the workbook has it", View(Series with { ScreenOutliers = false }));

        static TestCaseData Case(string name, SpcView view) => new TestCaseData(view).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Views))]
    public void Texts_NeverOverlapNorLeaveTheChart(SpcView view)
    {
        var boxes = Boxes(view);
        var collisions = from i in Enumerable.Range(0, boxes.Count)
                         from j in Enumerable.Range(i + 1, boxes.Count - i - 1)
                         where boxes[i].Overlaps(boxes[j])
                         select $"'{boxes[i].Text}' and '{boxes[j].Text}'";
        Assert.Multiple(() =>
        {
            Assert.That(collisions, Is.Empty);
            Assert.That(boxes.Where(box => box.Left < 0 || box.Right > SpcChart.Width || box.Bottom > SpcChart.Height).Select(box => box.Text), Is.Empty);
        });
    }

    [TestCase("usual", Direction.Increase)]
    [TestCase("neutral", Direction.Neutral)]
    public void EachKindOfPoint_HasAColourAndAShapeOfItsOwn(string name, Direction direction)
    {
        using var option = Option(View(Series with { Direction = direction }));
        var points = option.RootElement.GetProperty("series").EnumerateArray().Where(series => series.GetProperty("type").GetString() == "scatter").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(points.Sum(series => series.GetProperty("data").GetArrayLength()), Is.EqualTo(FourHour.Length), name);
            Assert.That(points.Select(series => series.GetProperty("symbol").GetString()), Is.Unique);
            Assert.That(points.Select(series => series.GetProperty("itemStyle").GetProperty("color").GetString()), Is.Unique);
            Assert.That(points[0].GetProperty("itemStyle").GetProperty("color").GetString(), Is.EqualTo("#a6a6a6"));
        });
    }

    [Test]
    public void Rebase_BreaksValuesMeanAndLimits()
    {
        using var option = Option(View(Rebased));
        var names = option.RootElement.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("name").GetString()).ToList();
        Assert.Multiple(() =>
        {
            foreach (var line in new[] { "values", "mean", "upper limit", "lower limit" })
            {
                Assert.That(names.Count(name => name == line), Is.EqualTo(3), line);
            }

            Assert.That(names.Count(name => name == "target"), Is.EqualTo(1));
            Assert.That(Texts(View(Rebased)), Has.Some.StartsWith("Trial limits: some come from fewer than 13 points"));
        });
    }

    [Test]
    public void Message_SaysVariationAndAssurance() => Assert.Multiple(() =>
    {
        Assert.That(View(Series).Message, Is.EqualTo(
            "Concern: the last 7 points lie below the mean; the target of 95.0% is not expected to be met as things stand"));
        Assert.That(View(Series with { Target = 0.7m }).Message, Does.EndWith("; the target of 70.0% will be met at times and missed at others"));
        Assert.That(View(Series with { Target = 0.5m }).Message, Does.EndWith("; the target of 50.0% is expected to be met"));
        Assert.That(View(Series with { Direction = Direction.Decrease, Target = null }).Message, Is.EqualTo("Improvement: the last 7 points lie below the mean"));
        Assert.That(View(Series with { Points = [.. Series.Points.Take(8)], Target = null }).Message, Is.EqualTo(
            "No significant change: the latest point is common cause variation"));
        Assert.That(Texts(View(Series)), Does.Contain("Mean 73.3%").And.Contain("Latest 65.6%").And.Contain("Target 95.0%").And.Contain("F").And.Contain("L"));
    });

    [Test]
    public void UsualChart_IsAsApproved() => Approved.Match(SpcChart.Draw(View(Series), TextMeasure.Bundled).Text, "spc-chart");

    [Test]
    public void RebasedChart_IsAsApproved() => Approved.Match(SpcChart.Draw(View(Rebased), TextMeasure.Bundled).Text, "spc-chart-rebased");

    private static SpcSeries Times(decimal factor) =>
        Series with { Points = [.. Series.Points.Select(point => point with { Value = point.Value * factor })], Target = 0.95m * factor };

    private static SpcView View(SpcSeries series, Unit unit = Unit.Percent) =>
        SpcView.Of(SpcAnalysis.Of(series), unit, "A&E seen within four hours, type 1, King's", "Source: NHS England, A&E waiting times and activity");

    private static JsonDocument Option(SpcView view) => JsonDocument.Parse(SpcChart.Draw(view, TextMeasure.Bundled).Text);

    private static IEnumerable<string> Texts(SpcView view) => Boxes(view).Select(box => box.Text);

    private static List<TextBox> Boxes(SpcView view)
    {
        using var option = Option(view);
        return
        [
            .. option.RootElement.GetProperty("graphic").EnumerateArray()
                .Where(element => element.GetProperty("type").GetString() == "text")
                .Select(element => Box(element.GetProperty("style"))),
        ];
    }

    private static TextBox Box(JsonElement style)
    {
        var text = style.GetProperty("text").GetString()!;
        var font = new TextStyle(style.GetProperty("fontSize").GetDouble(), (FontWeight)style.GetProperty("fontWeight").GetInt32());
        var (x, y, width) = (style.GetProperty("x").GetDouble(), style.GetProperty("y").GetDouble(), TextMeasure.Bundled.Width(text, font));
        var left = style.GetProperty("align").GetString() switch { "center" => x - (width / 2), "right" => x - width, _ => x };
        return new TextBox(text, left, y - (font.Size / 2), width, font.Size);
    }
}
