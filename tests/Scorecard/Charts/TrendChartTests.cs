using System.Text.Json;
using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using Stp.Tests.Scorecard.Packs;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class TrendChartTests
{
    private static IEnumerable<TestCaseData> Trends()
    {
        var trend = SomePack.FourHourTrend();
        yield return new TestCaseData(trend).SetArgDisplayNames("usual");
        yield return new TestCaseData(SomePack.Attendances()).SetArgDisplayNames("count");
        yield return new TestCaseData(trend with { Months = [.. trend.Months.Select(month => month with { Value = null })] }).SetArgDisplayNames("no figures");
        yield return new TestCaseData(trend with { Baseline = null, Target = null, FirstTrajectoryLabel = string.Empty }).SetArgDisplayNames("trajectory only");
        yield return new TestCaseData(trend with { Standard = trend.Target }).SetArgDisplayNames("all lines end together");
        yield return new TestCaseData(SomePack.Trend("x", "x", "x", "x", Unit.Number, month => month - 40m, -5, 10, 12)).SetArgDisplayNames("below zero");
        yield return new TestCaseData(SomePack.Trend("x", "x", "x", "x", Unit.Gbp, month => month * 1e9m, 5e9m, 9e10m, 8e10m)).SetArgDisplayNames("huge");
    }

    [TestCaseSource(nameof(Trends))]
    public void Texts_NeverOverlapNorLeaveTheChart(Trend trend)
    {
        var boxes = Boxes(TrendChart.Draw(trend, TextMeasure.Bundled));
        var collisions = from i in Enumerable.Range(0, boxes.Count)
                         from j in Enumerable.Range(i + 1, boxes.Count - i - 1)
                         where boxes[i].Overlaps(boxes[j])
                         select $"'{boxes[i].Text}' and '{boxes[j].Text}'";
        Assert.Multiple(() =>
        {
            Assert.That(collisions, Is.Empty);
            Assert.That(boxes.Where(box => box.Left < 0 || box.Right > TrendChart.Width || box.Bottom > TrendChart.Height).Select(box => box.Text), Is.Empty);
        });
    }

    [Test]
    public void PartMonth_IsHollowAndSaysSo()
    {
        var trend = SomePack.FourHourTrend();
        var partial = trend with
        {
            Months = [.. trend.Months.Select(month => month.Month == SomePack.December ? month with { IsPartial = true } : month)],
        };
        using var option = JsonDocument.Parse(TrendChart.Draw(partial, TextMeasure.Bundled).Text);
        var mark = option.RootElement.GetProperty("series").EnumerateArray().Single(series => series.GetProperty("name").GetString() == "status");
        Assert.Multiple(() =>
        {
            Assert.That(mark.GetProperty("itemStyle").GetProperty("color").GetString(), Is.EqualTo(Palette.White));
            Assert.That(Boxes(TrendChart.Draw(partial, TextMeasure.Bundled)).Select(box => box.Text), Does.Contain("December 2018, part of the month"));
        });
    }

    [TestCase(RagStatus.Green, "circle", "G")]
    [TestCase(RagStatus.Amber, "diamond", "A")]
    [TestCase(RagStatus.Red, "rect", "R")]
    [TestCase(RagStatus.Grey, "circle", "–")]
    public void Status_HasItsOwnShapeAndLetter(RagStatus status, string shape, string letter)
    {
        var trend = SomePack.FourHourTrend();
        var judged = trend with { Months = [.. trend.Months.Select(month => month with { Status = status })] };
        using var option = JsonDocument.Parse(TrendChart.Draw(judged, TextMeasure.Bundled).Text);
        var mark = option.RootElement.GetProperty("series").EnumerateArray().Single(series => series.GetProperty("name").GetString() == "status");
        Assert.Multiple(() =>
        {
            Assert.That(mark.GetProperty("symbol").GetString(), Is.EqualTo(shape));
            Assert.That(mark.GetProperty("label").GetProperty("formatter").GetString(), Is.EqualTo(letter));
        });
    }

    [Test]
    public void UsualTrend_IsAsApproved() => Approved.Match(TrendChart.Draw(SomePack.FourHourTrend(), TextMeasure.Bundled).Text, "trend-chart");

    [Test]
    public void OrganisationsSideBySide_AreAsApproved() =>
        Approved.Match(TrendByOrganisationChart.Draw(SomePack.Usual().Sections[0], TextMeasure.Bundled).Text, "trend-by-organisation");

    private static List<Stp.Scorecard.Charts.Svg.TextBox> Boxes(Drawing drawing)
    {
        using var option = JsonDocument.Parse(drawing.Text);
        return
        [
            .. option.RootElement.GetProperty("graphic").EnumerateArray()
                .Where(element => element.GetProperty("type").GetString() == "text")
                .Select(element => Box(element.GetProperty("style"))),
        ];
    }

    private static Stp.Scorecard.Charts.Svg.TextBox Box(JsonElement style)
    {
        var text = style.GetProperty("text").GetString()!;
        var font = new TextStyle(style.GetProperty("fontSize").GetDouble(), (FontWeight)style.GetProperty("fontWeight").GetInt32());
        var (x, y, width) = (style.GetProperty("x").GetDouble(), style.GetProperty("y").GetDouble(), TextMeasure.Bundled.Width(text, font));
        var left = style.GetProperty("align").GetString() switch { "center" => x - (width / 2), "right" => x - width, _ => x };
        return new Stp.Scorecard.Charts.Svg.TextBox(text, left, y - (font.Size / 2), width, font.Size);
    }
}
