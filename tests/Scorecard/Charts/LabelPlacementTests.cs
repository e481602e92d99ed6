using Stp.Scorecard.Charts;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class LabelPlacementTests
{
    [Test]
    public void LabelsWithRoom_StandWhereTheyWant() =>
        Assert.That(LabelPlacement.Place([100, 20, 60], [18, 18, 18], 0, 200), Is.EqualTo([100.0, 20, 60]));

    [Test]
    public void LabelsOfOneLine_StandAroundIt() =>
        Assert.That(LabelPlacement.Place([100, 100], [20, 20], 0, 200), Is.EqualTo([90.0, 110]));

    [TestCase(new double[] { 10, 12, 14, 190 })]
    [TestCase(new double[] { 50, 50, 50, 50 })]
    [TestCase(new double[] { 200, 180, 199, 0 })]
    [TestCase(new double[] { -50, 500, 100, 101 })]
    public void Labels_NeverOverlapAndStayInside(double[] wanted)
    {
        double[] heights = [18, 36, 18, 20];
        var placed = LabelPlacement.Place(wanted, heights, 0, 200);
        var spans = placed.Select((centre, i) => (Top: centre - (heights[i] / 2), Bottom: centre + (heights[i] / 2))).OrderBy(span => span.Top).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(spans.Zip(spans.Skip(1)).Select(pair => pair.Second.Top - pair.First.Bottom), Is.All.GreaterThanOrEqualTo(-1e-9));
            Assert.That(spans[0].Top, Is.GreaterThanOrEqualTo(0));
            Assert.That(spans[^1].Bottom, Is.LessThanOrEqualTo(200));
        });
    }
}
