using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Every fault planted among the cancer pathways stands in the source as the list says, and is loaded as the list expects.</summary>
[TestFixture]
public sealed class SampleCancerFaultsTests
{
    private const string Feed = "cancer_pathway";

    private static readonly PlantedFeed Planted = PlantedFeed.Of(Feed);

    private const string Standing =
        "(select * from history.CancerPathway where RecordedAt < timestamp '2019-01-01' and (SupersededAt is null or SupersededAt >= timestamp '2019-01-01'))";

    // The fault, and what is true of the rows that a reader sees under its key at the end of 2018.
    [TestCase("exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("newer version beside the older", "latest version kept",
        "count(*) = 2 and count(distinct ModifiedAt) = 2 and max(ToldDate) - min(ToldDate) = 1")]
    [TestCase("late row", "kept",
        "count(*) = 1 and min(ModifiedAt) > min(coalesce(TreatedDate, ToldDate)) and min(ModifiedAt) >= timestamp '2018-12-04'")]
    [TestCase("changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("deleted row", "absent", "count(PathwayId) = 0")]
    [TestCase("bad provider code", "rejected: FirstSeenProviderCode allowed", "min(FirstSeenProviderCode) = 'ZZZ'")]
    [TestCase("bad referral route", "rejected: ReferralRoute allowed", "min(ReferralRoute) = 'FAX'")]
    [TestCase("bad commissioner code", "kept", "min(CommissionerCode) = 'SE-LDN'")]
    [TestCase("bad tumour group", "kept", "min(TumourGroup) = 'NECK OF WOODS' and count(TreatedDate) = 1")]
    [TestCase("missing referral date", "rejected: ReferredDate required", "count(PathwayId) = 1 and count(ReferredDate) = 0")]
    [TestCase("missing referral route", "rejected: ReferralRoute required", "count(PathwayId) = 1 and count(ReferralRoute) = 0")]
    [TestCase("first seen before referral", "rejected: first_seen_after_referral", "min(FirstSeenDate) < min(ReferredDate)")]
    [TestCase("treated before decision", "rejected: treated_after_decision", "min(TreatedDate) < min(DecidedToTreatDate)")]
    [TestCase("sentinel referral date", "rejected: ReferredDate required", "min(ReferredDate) = date '1800-01-01'")]
    [TestCase("sentinel treatment date", "kept", "min(TreatedDate) = date '1800-01-01'")]
    [TestCase("sentinel birth date", "kept", "min(BirthDate) = date '1801-01-01'")]
    [TestCase("untidy code", "kept, code trimmed and upper-cased", "min(FirstSeenProviderCode) in ('rj1 ', 'rjz ', 'rj2 ')")]
    public void PlantedFault_StandsInTheSource(string fault, string expected, string isTrue) =>
        PlantedFaults.StandAsListed(Planted, Standing, fault, expected, isTrue);

    [Test]
    public void PlantedFaults_AreAllTested() =>
        PlantedFaults.AreAllTested(Planted, typeof(SampleCancerFaultsTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!);

    [TestCase("changed row", 1)]
    [TestCase("deleted row", 1)]
    [TestCase("late row", 0)]
    public void FaultOfDecember_ShowsBetweenTwoNights(string fault, int rowsBefore) =>
        PlantedFaults.ShowBetweenTwoNights(Planted, fault, rowsBefore);

    [TestCase("bad commissioner code", "commissioner_key = 0")]
    [TestCase("bad tumour group", "tumour_group_key = 0 and treated_date is not null")]
    [TestCase("sentinel treatment date", "treated_date is null and is_within_62_days is null")]
    [TestCase("sentinel birth date", "age_band_key = 0")]
    public void FaultThatIsKept_ShowsAsUnknown(string fault, string isTrue)
    {
        using var road = new FeedRoad(TinySample.Built.Data);
        road.Run(Feed, new DateOnly(2018, 12, 31));
        road.Warehouse.Session.Execute($"attach '{TinySample.Built.Data.SampleSource}' as source (read_only)");

        Assert.That(
            road.Warehouse.Session.Query<bool>(
                $"""
                select {isTrue}
                from star.fact_cancer_pathway
                where pathway_id in (select RowKey from source.sample.PlantedFault where Feed = '{Feed}' and Fault = $fault)
                """,
                new { fault }),
            Has.Count.GreaterThanOrEqualTo(2).And.All.True);
    }
}
