using Stp.Scorecard.Kpis;
using Stp.Tests.Support;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>Medians and percentiles of a banded measure: interpolated within the band, bands added before they are looked into.</summary>
[TestFixture]
public sealed class KpiPercentileTests
{
    private static readonly KpiDefinition Median = Given.Count with
    {
        Id = "median_wait", Numerator = "waiting", Unit = Unit.Weeks, RollUp = RollUp.Last, Percentile = new Percentile(0.5m, 52),
    };

    // Bands drawn as band:count; band 3 runs from 3 to 4 weeks.
    [TestCase("0:10", 0.5, "0.5", TestName = "OneBand_IsCutInTheMiddle")]
    [TestCase("3:10", 0.92, "3.92", TestName = "BandStartsAtItsNumber")]
    [TestCase("0:5 1:5", 0.5, "1", TestName = "HalfAtABoundary_IsTheBoundary")]
    [TestCase("0:4 1:6", 0.5, "1.1666666666666666666666666667", TestName = "SecondBand_IsInterpolated")]
    [TestCase("0:4 17:96", 0.92, "17.916666666666666666666666667", TestName = "EmptyBandsBetween_AreNoObstacle")]
    [TestCase("0:0 4:2", 0.5, "4.5", TestName = "BandOfNobody_IsPassedOver")]
    [TestCase("0:9 52:1", 0.92, null, TestName = "OpenBand_HasNoValue")]
    [TestCase("0:90 52:5 60:5", 0.9, "1", TestName = "ShareThatEndsBeforeTheOpenBand_HasAValue")]
    [TestCase("70:10", 0.5, null, TestName = "BandBeyondTheOpenOne_IsOpenToo")]
    public void Percentile_OfOneMonth(string bands, double share, string? expected)
    {
        var value = Evaluate(Bands("2018-12", "RJZ", bands), Median with { Percentile = new Percentile((decimal)share, 52) })
            .One("RJZ", PeriodKind.Month, "2018-12");

        Assert.That(value.Value, Is.EqualTo(expected is null ? (decimal?)null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(value.Status, Is.EqualTo(Stp.Scorecard.Status.RagStatus.Grey));
    }

    [Test]
    public void Numerator_IsEverybodyCounted() =>
        Assert.That(Evaluate(Bands("2018-12", "RJZ", "0:4 1:6")).One("RJZ", PeriodKind.Month, "2018-12").Numerator, Is.EqualTo(10));

    [Test]
    public void Partnership_AddsTheBandsOfItsMembers_NeverTheirMedians()
    {
        var values = Evaluate([.. Bands("2018-12", "RJZ", "0:1"), .. Bands("2018-12", "RJ1", "9:3")]);

        Assert.That(values.One("SEL", PeriodKind.Month, "2018-12").Value, Is.EqualTo(9 + (1m / 3)));
    }

    [Test]
    public void Stock_TakesItsLastMonth_AndAFlowAddsItsMonths()
    {
        IReadOnlyList<MeasureValue> measures =
        [
            .. Bands("2018-10", "RJZ", "0:10"), .. Bands("2018-11", "RJZ", "0:10"), .. Bands("2018-12", "RJZ", "5:10"),
        ];

        Assert.Multiple(() =>
        {
            Assert.That(Evaluate(measures).One("RJZ", PeriodKind.Quarter, "2018-12").Value, Is.EqualTo(5.5m));
            Assert.That(Evaluate(measures, Median with { RollUp = RollUp.Sum }).One("RJZ", PeriodKind.Quarter, "2018-12").Value, Is.EqualTo(0.75m));
        });
    }

    [Test]
    public void OpenBand_IsSaidInTheReason() => Assert.That(
        Evaluate(Bands("2018-12", "RJZ", "52:10")).One("RJZ", PeriodKind.Month, "2018-12").StatusReason, Is.EqualTo("Lies beyond the bands that are counted"));

    [Test]
    public void Nobody_HasNoMedian() => Assert.That(
        Evaluate(Bands("2018-12", "RJZ", "0:0")).One("RJZ", PeriodKind.Month, "2018-12").Value, Is.Null);

    private static Evaluated Evaluate(IReadOnlyList<MeasureValue> measures, KpiDefinition? kpi = null) =>
        Evaluated.From(measures, kpi ?? Median, "date | value", "2018-12-31", Given.Fresh("2018-12-31"), "2018-04");

    private static IReadOnlyList<MeasureValue> Bands(string month, string organisation, string bands) =>
    [
        .. bands.Split(' ').Select(band => band.Split(':')).Select(band =>
            Given.Measure("waiting", month, organisation, decimal.Parse(band[1], System.Globalization.CultureInfo.InvariantCulture)) with
            {
                Band = int.Parse(band[0], System.Globalization.CultureInfo.InvariantCulture),
            }),
    ];
}
