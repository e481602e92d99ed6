using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Every fault planted among the cancer pathways stands in the source as the list says, and is loaded as the list expects.</summary>
[TestFixture]
public sealed class SampleCancerFaultsTests
{
    private const string Feed = "cancer_pathway";

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
    public void PlantedFault_StandsInTheSource(string fault, string expected, string isTrue)
    {
        var rows = SharedSample.Built.Source.Query<bool>(
            $"""
            select {isTrue}
            from sample.PlantedFault as f
            left join {Standing} as a on a.PathwayId = f.RowKey
            where f.Feed = '{Feed}' and f.Fault = $fault and f.Expected = $expected
            group by f.RowKey
            """,
            new { fault, expected });

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThanOrEqualTo(2));
            Assert.That(rows, Has.All.True);
        });
    }

    [Test]
    public void PlantedFaults_AreAllTested()
    {
        var tested = typeof(SampleCancerFaultsTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>()
            .Select(test => (string)test.Arguments[0]!);

        Assert.That(SharedSample.Built.Source.Query<string>($"select distinct Fault from sample.PlantedFault where Feed = '{Feed}'"), Is.EquivalentTo(tested));
    }

    [TestCase("changed row", 1)]
    [TestCase("deleted row", 1)]
    [TestCase("late row", 0)]
    public void FaultOfDecember_ShowsBetweenTwoNights(string fault, int rowsBefore)
    {
        var planted = SharedSample.Built.Source.Query<DateTime>(
            $"select PlantedAt from sample.PlantedFault where Feed = '{Feed}' and Fault = $fault and PlantedAt >= timestamp '2018-12-01'",
            new { fault });

        Assert.That(planted, Has.Count.GreaterThanOrEqualTo(2));
        foreach (var at in planted)
        {
            var before = At(at);
            Assert.That(before, Has.Count.EqualTo(rowsBefore));
            Assert.That(At(at.AddSeconds(1)), Is.Not.EqualTo(before));
        }

        IReadOnlyList<DateTime> At(DateTime instant) => SharedSample.Built.Source.Query<DateTime>(
            $"""
            select a.ModifiedAt
            from history.CancerPathway as a
            inner join sample.PlantedFault as f on f.RowKey = a.PathwayId
            where f.Feed = '{Feed}'
              and f.Fault = $fault
              and f.PlantedAt between $instant - interval 1 second and $instant
              and a.RecordedAt < $instant
              and (a.SupersededAt is null or a.SupersededAt >= $instant)
            """,
            new { fault, instant });
    }

    [Test]
    public void EveryPlantedFault_IsLoadedAsExpected()
    {
        using var road = new FeedRoad(TinySample.Built.Data);
        var outcome = road.Run(Feed, new DateOnly(2018, 12, 31));
        Assert.That(outcome.Failure, Is.Null);
        road.Warehouse.Session.Execute($"attach '{TinySample.Built.Data.SampleSource}' as source (read_only)");

        var handled = road.Warehouse.Session.Query<Handled>(
            $"""
            with found as (
                select
                    f.Fault,
                    f.RowKey,
                    f.Expected,
                    (select count(*) from star.fact_cancer_pathway as p where p.pathway_id = f.RowKey) as fact_rows,
                    (select string_agg(r.column_name || ' ' || r.rule, ', ')
                        from ops.reject as r
                        where r.feed = '{Feed}' and r.row_key = 'PathwayId=' || f.RowKey) as rejects,
                    (select max(h.ModifiedAt) from source.history.CancerPathway as h where h.PathwayId = f.RowKey) as last_modified,
                    (select max(p.modified_at) from star.fact_cancer_pathway as p where p.pathway_id = f.RowKey) as modified
                from source.sample.PlantedFault as f
                where f.Feed = '{Feed}'
            )

            select
                Fault || ': ' || RowKey as What,
                case
                    when Expected in ('kept', 'kept once', 'kept, code trimmed and upper-cased') then fact_rows = 1 and rejects is null
                    when Expected = 'latest version kept' then fact_rows = 1 and modified = last_modified
                    when Expected = 'absent' then fact_rows = 0 and rejects is null
                    when Expected like 'rejected: %' then fact_rows = 0
                        and rejects = case when Expected like '% % %' then replace(Expected, 'rejected: ', '')
                            else 'row ' || replace(Expected, 'rejected: ', '') end
                end as IsAsExpected
            from found
            """);

        Assert.Multiple(() =>
        {
            Assert.That(handled, Has.Count.GreaterThanOrEqualTo(38), "nineteen kinds, two of each at least");
            Assert.That(handled.Where(fault => fault.IsAsExpected != true), Is.Empty);
            Assert.That(
                road.Warehouse.Rows("select distinct column_name || ' ' || rule || ' ' || coalesce(rejected_value, '-') from ops.reject"),
                Is.EquivalentTo(new[]
                {
                    "FirstSeenProviderCode allowed ZZZ", "ReferralRoute allowed FAX", "ReferralRoute required -", "ReferredDate required -",
                    "ReferredDate required 1800-01-01", "row first_seen_after_referral -", "row treated_after_decision -",
                }));
        });
    }

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

    [Test]
    public void NightsOfDecember_EndAsOneFullLoad()
    {
        const string rows = "select f.* exclude (batch_key) from star.fact_cancer_pathway as f where pathway_id not in ({0})";
        var deleted = string.Join(", ", TinySample.Built.Source.Query<long>(
            $"select RowKey from sample.PlantedFault where Feed = '{Feed}' and Fault = 'deleted row'"));
        using var full = new FeedRoad(TinySample.Built.Data);
        using var nightly = new FeedRoad(TinySample.Built.Data);
        full.Run(Feed, new DateOnly(2018, 12, 31));
        foreach (var day in new[] { 1, 3, 4, 11, 12, 20, 28, 31 })
        {
            var outcome = nightly.Run(Feed, new DateOnly(2018, 12, day));
            Assert.That(outcome.Failure, Is.Null);
        }

        Assert.That(Texts(nightly), Is.EqualTo(Texts(full)));

        // Keys of organisations are given in the order in which they are met, so rows are compared by code.
        IReadOnlyList<string> Texts(FeedRoad road) => road.Warehouse.Session.Query<string>(
            $"""
            select cast(hash(x) as text)
            from (
                select
                    f.* exclude (first_seen_provider_key, treating_provider_key, commissioner_key),
                    s.ods_code as first_seen, t.ods_code as treating, c.ods_code as commissioner
                from ({string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, deleted)}) as f
                inner join star.dim_organisation as s on s.organisation_key = f.first_seen_provider_key
                inner join star.dim_organisation as t on t.organisation_key = f.treating_provider_key
                inner join star.dim_organisation as c on c.organisation_key = f.commissioner_key
            ) as x
            order by x.pathway_id
            """);
    }

    private sealed record Handled(string What, bool? IsAsExpected);
}
