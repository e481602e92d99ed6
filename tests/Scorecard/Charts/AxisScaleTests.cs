using Stp.Scorecard.Charts;
using Stp.Scorecard.Kpis;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class AxisScaleTests
{
    private static AxisScale Of(Unit unit, params double[] values) => AxisScale.For(values.Select(value => (decimal)value), unit);

    [Test]
    public void SharesNearOneAnother_GetAWindowOfTwentyPointsAtLeast()
    {
        var scale = Of(Unit.Percent, 0.82, 0.83);
        Assert.That(scale.Max - scale.Min, Is.GreaterThanOrEqualTo(20));
    }

    [Test]
    public void Shares_NeverReachPastAHundredPercent() => Assert.That(Of(Unit.Percent, 0.9, 1).Max, Is.EqualTo(100));

    [Test]
    public void SmallCounts_StartAtZero() => Assert.That(Of(Unit.Count, 3, 14), Has.Property(nameof(AxisScale.Min)).EqualTo(0));

    [Test]
    public void LargeCountsNearOneAnother_DoNotStartAtZeroAndSaySo()
    {
        var scale = Of(Unit.Count, 2000, 2260);
        Assert.Multiple(() =>
        {
            Assert.That(scale.Min, Is.GreaterThan(0));
            Assert.That(scale.NoteForZero(), Is.EqualTo($"Axis starts at {scale.Min:#,0}, not at zero"));
        });
    }

    [TestCase(new double[] { 8_200_000, 3_100_000 }, "£{value}m", 8.2)]
    [TestCase(new double[] { 520_000, 480_000 }, "£{value}k", 520)]
    [TestCase(new double[] { 9_000, 100 }, "£{value}", 9_000)]
    public void Money_IsShownInMillionsOrThousandsWhereItIsThatMuch(double[] values, string labels, double first)
    {
        var scale = Of(Unit.Gbp, values);
        Assert.Multiple(() =>
        {
            Assert.That(scale.Display.Formatter, Is.EqualTo(labels));
            Assert.That(scale.Shown((decimal)values[0]), Is.EqualTo(first));
            Assert.That(scale.Max, Is.GreaterThanOrEqualTo(first).And.LessThan(3 * first));
        });
    }

    [TestCase(new double[] { })]
    [TestCase(new double[] { 0 })]
    [TestCase(new double[] { -5, 12 })]
    [TestCase(new double[] { 1e12, 1 })]
    [TestCase(new double[] { -1e9, -1e8 })]
    [TestCase(new double[] { 0.0001, 0.0002 })]
    public void AnyValues_LieWithinRoundSteps(double[] values)
    {
        var scale = Of(Unit.Number, values);
        Assert.Multiple(() =>
        {
            Assert.That(scale.Max, Is.GreaterThan(scale.Min));
            Assert.That((scale.Max - scale.Min) / scale.Step, Is.InRange(2, 12));
            Assert.That(values.Select(value => Math.Round(value, 4)), Is.All.InRange(scale.Min - 1e-9, scale.Max + 1e-9));
        });
    }
}
