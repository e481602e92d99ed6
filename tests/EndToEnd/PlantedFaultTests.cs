using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>Every planted fault of the sample comes out as its list expects, looked up fault by fault in what is published.</summary>
[TestFixture]
public sealed class PlantedFaultTests
{
    [TestCaseSource(typeof(PlantedFeed), nameof(PlantedFeed.All))]
    public void EveryPlantedFault_IsHandledAsExpected(PlantedFeed feed)
    {
        using var place = Workplace.OfRefreshWithAllFeeds();
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only)");
        session.Execute($"attach '{place.Data.SampleSource}' as source (read_only)");

        var handled = session.Query<Handled>(
            $"""
            with found as (
                select
                    f.Fault,
                    f.RowKey,
                    f.Expected,
                    (select count(*) from published.star.{feed.Fact} as a where a.{feed.FactKey} = f.RowKey) as fact_rows,
                    (select string_agg(r.column_name || ' ' || r.rule, ', ')
                        from published.ops.reject as r
                        where r.feed = '{feed.Feed}' and r.row_key = {feed.RejectKey}) as rejects,
                    (select max(h.ModifiedAt) from source.history.{feed.Table} as h where h.{feed.Key} = f.RowKey) as last_change,
                    (select max(a.modified_at) from published.star.{feed.Fact} as a where a.{feed.FactKey} = f.RowKey) as change
                from read_csv('{place.Data.Sample}/planted_faults.csv') as f
                where f.Feed = '{feed.Feed}'
            )

            select
                Fault || ': ' || RowKey as What,
                case
                    when Expected in ('kept', 'kept once', 'kept, code trimmed and upper-cased') then fact_rows = 1 and rejects is null
                    when Expected = 'latest version kept' then fact_rows = 1 and change = last_change
                    when Expected = 'absent' then fact_rows = 0 and rejects is null
                    -- A rule over the row is recorded under the column 'row'.
                    when Expected like 'rejected: %' then fact_rows = 0
                        and rejects = case when Expected like '% % %' then replace(Expected, 'rejected: ', '')
                            else 'row ' || replace(Expected, 'rejected: ', '') end
                end as IsAsExpected
            from found
            """);

        Assert.Multiple(() =>
        {
            Assert.That(handled, Has.Count.GreaterThanOrEqualTo(20), "ten kinds, two of each at least");
            Assert.That(handled.Where(fault => fault.IsAsExpected != true), Is.Empty);
        });
    }

    [Test]
    public void PlantedFeeds_AreAllLookedUp()
    {
        using var place = Workplace.OfRefreshWithAllFeeds();

        Assert.That(
            place.Query<string>($"select distinct Feed from read_csv('{place.Data.Sample}/planted_faults.csv')"),
            Is.EquivalentTo(PlantedFeed.All.Select(feed => feed.Feed)));
    }

    [Test]
    public void Rejects_AreThePlantedOnesAndHoldNoPersonalValue()
    {
        using var place = Workplace.OfRefreshWithAllFeeds();

        Assert.Multiple(() =>
        {
            Assert.That(
                place.Query<string>("select distinct column_name || ' ' || rule || ' ' || coalesce(rejected_value, '-') from ops.reject where feed = 'ae_attendance'"),
                Is.EquivalentTo(new[]
                {
                    "ProviderCode allowed ZZZ", "DepartmentType allowed 7", "DepartmentType required -", "ArrivedAt required -",
                    "ArrivedAt required 1800-01-01 00:00:00", "row departs_after_arrival -",
                }));
            Assert.That(
                place.Query<long>("select count(distinct feed || row_key) from ops.reject"),
                Is.EqualTo(place.Query<long>($"select count(*) from read_csv('{place.Data.Sample}/planted_faults.csv') where Expected like 'rejected: %'")));
        });
    }

    private sealed record Handled(string What, bool? IsAsExpected);
}
