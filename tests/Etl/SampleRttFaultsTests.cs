using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Every fault planted in the clock stops and the censuses stands in the source as the list of them says, and nothing else is wrong there.</summary>
[TestFixture]
public sealed class SampleRttFaultsTests
{
    // The feed, the fault, and what is true of the rows that a reader sees under its key at the end of 2018.
    [TestCase("rtt_clock_stop", "exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("rtt_clock_stop", "newer version beside the older", "latest version kept",
        "count(*) = 2 and count(distinct ModifiedAt) = 2 and max(ClockStopDate) - min(ClockStopDate) = 1")]
    [TestCase("rtt_clock_stop", "late row", "kept",
        "count(*) = 1 and min(ModifiedAt) > min(ClockStopDate) + interval 13 day and min(ModifiedAt) >= timestamp '2018-12-01'")]
    [TestCase("rtt_clock_stop", "changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("rtt_clock_stop", "deleted row", "absent", "count(PathwayId) = 0")]
    [TestCase("rtt_clock_stop", "bad provider code", "rejected: ProviderCode allowed", "min(ProviderCode) = 'ZZZ'")]
    [TestCase("rtt_clock_stop", "missing provider code", "rejected: ProviderCode required", "count(PathwayId) = 1 and count(ProviderCode) = 0")]
    [TestCase("rtt_clock_stop", "status that stops no clock", "rejected: StopStatus allowed", "min(StopStatus) = '20'")]
    [TestCase("rtt_clock_stop", "bad commissioner code", "kept", "min(CommissionerCode) = 'SE-LDN'")]
    [TestCase("rtt_clock_stop", "unknown treatment function", "kept", "min(TreatmentFunctionCode) = '998'")]
    [TestCase("rtt_clock_stop", "missing clock stop", "rejected: ClockStopDate required", "count(PathwayId) = 1 and count(ClockStopDate) = 0")]
    [TestCase("rtt_clock_stop", "stop before start", "rejected: stops_after_start", "min(ClockStopDate) < min(ClockStartDate)")]
    [TestCase("rtt_clock_stop", "sentinel clock start", "rejected: ClockStartDate required", "min(ClockStartDate) = date '1800-01-01'")]
    [TestCase("rtt_clock_stop", "untidy code", "kept, code trimmed and upper-cased", "min(ProviderCode) in ('rj1 ', 'rjz ', 'rj2 ')")]
    [TestCase("rtt_open_pathway", "exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("rtt_open_pathway", "late row", "kept",
        "count(*) = 1 and min(ModifiedAt) between min(CensusDate) + interval 2 day and min(CensusDate) + interval 10 day")]
    [TestCase("rtt_open_pathway", "changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("rtt_open_pathway", "deleted row", "absent", "count(PathwayId) = 0")]
    [TestCase("rtt_open_pathway", "bad provider code", "rejected: ProviderCode allowed", "min(ProviderCode) = 'ZZZ'")]
    [TestCase("rtt_open_pathway", "bad commissioner code", "kept", "min(CommissionerCode) = 'SE-LDN'")]
    [TestCase("rtt_open_pathway", "unknown treatment function", "kept", "min(TreatmentFunctionCode) = '998'")]
    [TestCase("rtt_open_pathway", "missing treatment function", "rejected: TreatmentFunctionCode required",
        "count(PathwayId) = 1 and count(TreatmentFunctionCode) = 0")]
    [TestCase("rtt_open_pathway", "missing clock start", "rejected: ClockStartDate required", "count(PathwayId) = 1 and count(ClockStartDate) = 0")]
    [TestCase("rtt_open_pathway", "sentinel clock start", "rejected: ClockStartDate required", "min(ClockStartDate) = date '1801-01-01'")]
    [TestCase("rtt_open_pathway", "clock start after the census", "rejected: starts_by_census", "min(ClockStartDate) > min(CensusDate)")]
    [TestCase("rtt_open_pathway", "bad decision to admit", "rejected: HasDecisionToAdmit allowed", "min(HasDecisionToAdmit) = 'X'")]
    [TestCase("rtt_open_pathway", "untidy code", "kept, code trimmed and upper-cased", "min(ProviderCode) in ('rj1 ', 'rjz ', 'rj2 ')")]
    public void PlantedFault_StandsInTheSource(string feed, string fault, string expected, string isTrue) =>
        PlantedFaults.StandAsListed(PlantedFeed.Of(feed), Standing(feed), fault, expected, isTrue);

    [TestCase("rtt_clock_stop")]
    [TestCase("rtt_open_pathway")]
    public void PlantedFaults_AreAllTested(string feed) => PlantedFaults.AreAllTested(
        PlantedFeed.Of(feed), typeof(SampleRttFaultsTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!, arguments => (string)arguments[0]! == feed);

    [TestCase("rtt_clock_stop", "ClockStopDate >= ClockStartDate and ModifiedAt >= ClockStopDate and StopStatus between '30' and '36' and IsAdmitted in ('Y', 'N')")]
    [TestCase("rtt_open_pathway", "ClockStartDate between date '2013-06-01' and CensusDate and ModifiedAt >= CensusDate and HasDecisionToAdmit in ('Y', 'N')")]
    public void RowsThatAreNotPlanted_AreWithoutFault(string feed, string isRight)
    {
        var wrong = SharedSample.Built.Source.Scalar<long>(
            $"""
            select count(*)
            from {Standing(feed)} as r
            where r.PathwayId not in (select RowKey from sample.PlantedFault where Feed = '{feed}')
              and not coalesce(
                  r.ProviderCode in ('RJ1', 'RJZ', 'RJ2')
                  and r.CommissionerCode in ('07N', '07Q', '08A', '08K', '08L', '08Q', '07V', '09J', '99J', '13R')
                  and length(r.TreatmentFunctionCode) = 3
                  and r.ModifiedAt <= timestamp '2018-12-31 23:59:59'
                  and {isRight}, false)
            """);

        Assert.That(wrong, Is.Zero);
    }

    [TestCase("rtt_clock_stop")]
    [TestCase("rtt_open_pathway")]
    public void Rejects_StayFarBelowTheFeedsLimit(string feed)
    {
        var rejected = SharedSample.Built.Source.Scalar<long>(
            $"select count(*) from sample.PlantedFault where Feed = '{feed}' and Expected like 'rejected: %'");

        Assert.That(rejected, Is.LessThan(0.001 * SharedSample.Built.Source.Scalar<long>($"select count(*) from {Standing(feed)}")));
    }

    private static string Standing(string feed) =>
        $"(select * from history.{(feed == "rtt_clock_stop" ? "RttClockStop" : "RttOpenPathway")} where SupersededAt is null)";
}
