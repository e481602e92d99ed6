using Stp.Scorecard.Charts.Text;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class TextMeasureTests
{
    private static readonly TextMeasure Measure = TextMeasure.Bundled;

    /// <summary>Advance widths of Open Sans, in units of 2,048 to the em: 1,171 for a digit, 1,024 for the en dash.</summary>
    [TestCase("0", FontWeight.Regular, 117_100)]
    [TestCase("0123", FontWeight.Regular, 468_400)]
    [TestCase("−", FontWeight.Regular, 117_100)]
    [TestCase("–", FontWeight.Regular, 102_400)]
    [TestCase("King's", FontWeight.SemiBold, 580_800)]
    [TestCase("Needs attention:", FontWeight.Bold, 1_721_400)]
    [TestCase("", FontWeight.Regular, 0)]
    public void WidthAtSize100_IsTheSumOfAdvances(string text, FontWeight weight, double hundredfoldUnits) =>
        Assert.That(Measure.Width(text, new TextStyle(100, weight)), Is.EqualTo(hundredfoldUnits / 2048).Within(0.001));

    [Test]
    public void TextThatFits_IsNotShortened() => Assert.That(Measure.Shorten("King's", 200, new TextStyle(12)), Is.EqualTo("King's"));

    [Test]
    public void TextThatDoesNotFit_EndsInEllipsisAndFits()
    {
        var style = new TextStyle(12);
        var shortened = Measure.Shorten("Lewisham and Greenwich NHS Trust", 80, style);
        Assert.Multiple(() =>
        {
            Assert.That(shortened, Does.StartWith("Lewisham").And.EndsWith("…"));
            Assert.That(Measure.Width(shortened, style), Is.LessThanOrEqualTo(80));
        });
    }

    [TestCase(60, 2)]
    [TestCase(120, 3)]
    [TestCase(120, 1)]
    [TestCase(5, 3)]
    public void WrappedLines_FitTheirWidthAndNumber(double width, int maxLines)
    {
        var style = new TextStyle(13, FontWeight.SemiBold);
        var lines = Measure.Wrap("Guy's and St Thomas' NHS Foundation Trust, incomparably long", width, maxLines, style);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Count.InRange(1, maxLines));
            Assert.That(lines.Where(line => line != "…").Select(line => Measure.Width(line, style)), Is.All.LessThanOrEqualTo(width));
        });
    }

    [Test]
    public void EvenLines_AreAsManyAndKeepEveryWord()
    {
        const string text = "South east London: 82.0%, 5.8 points short of plan, worsening since February (November 2018)";
        var style = new TextStyle(21, FontWeight.SemiBold);
        var even = Measure.WrapEvenly(text, 912, 2, style);
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', even), Is.EqualTo(text));
            Assert.That(even, Has.Count.EqualTo(2));
            Assert.That(Measure.Width(even[1], style), Is.GreaterThan(Measure.Width(even[0], style) / 2));
        });
    }

    [Test]
    public void WrappingWithRoom_LosesNoWord()
    {
        const string text = "one two three four five six seven eight nine ten";
        Assert.That(string.Join(' ', Measure.Wrap(text, 90, 20, new TextStyle(13))), Is.EqualTo(text));
    }
}
