using Stp.Etl.Feeds;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Days become the weekly bands of the return: exactly 18 weeks are within 18 weeks, exactly 52 are not more than 52.</summary>
[TestFixture]
public sealed class RttBandTests
{
    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(7, 0)]
    [TestCase(8, 1)]
    [TestCase(125, 17)]
    [TestCase(126, 17)]
    [TestCase(127, 18)]
    [TestCase(364, 51)]
    [TestCase(365, 52)]
    [TestCase(2000, 52)]
    public void Wait_HasTheBandOfItsDays(int days, int band)
    {
        using var warehouse = WarehouseFixture.OfProgram();
        Load(
            warehouse,
            "rtt_open_pathway",
            $"select date '2018-11-30' as CensusDate, cast(1 as bigint) as PathwayId, 'RJ1' as ProviderCode, '08Q' as CommissionerCode, '110' as TreatmentFunctionCode, date '2018-11-30' - {days} as ClockStartDate, 'N' as HasDecisionToAdmit, timestamp '2018-11-30 22:00:00' as ModifiedAt");
        Load(
            warehouse,
            "rtt_clock_stop",
            $"select cast(1 as bigint) as PathwayId, 'RJ1' as ProviderCode, '08Q' as CommissionerCode, '110' as TreatmentFunctionCode, date '2018-11-30' - {days} as ClockStartDate, date '2018-11-30' as ClockStopDate, '30' as StopStatus, 'Y' as IsAdmitted, timestamp '2018-11-30 22:00:00' as ModifiedAt");

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Rows("select waited_days, band from star.fact_rtt_open_pathway"), Is.EqualTo([$"{days} | {band}"]));
            Assert.That(
                warehouse.Rows("select waited_days, band, is_within_18_weeks from star.fact_rtt_clock_stop"),
                Is.EqualTo([$"{days} | {band} | {(band < 18 ? "true" : "false")}"]).IgnoreCase);
        });
    }

    private static void Load(WarehouseFixture warehouse, string feed, string rows) =>
        warehouse.Load(FeedContract.Of(Repository.Feed(feed)), warehouse.Land(feed, rows, vary: null));
}
