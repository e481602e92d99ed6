using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Groups;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Packs.Writers;
using Stp.Scorecard.Plans;
using Stp.Warehouse.Periods;

namespace Stp.Etl.Runs;

/// <summary>Draws packs from the published warehouse, into data/packs/&lt;period&gt;/&lt;group&gt;.</summary>
public sealed class PackStage(RunContext run)
{
    private readonly ReportingMonth _month = ReportingMonth.Of(run.AsOf);

    /// <summary>Groups whose pack of the month does not show the publication in service.</summary>
    public IReadOnlyList<Group> Outdated()
    {
        var inService = run.Data.Published.IdInService();
        return [.. run.Config.Groups.Where(group => PackManifest.Read(PlaceOf(group))?.PublicationId != inService)];
    }

    /// <returns>How many images the packs hold.</returns>
    /// <exception cref="ChartException">The chart renderer failed.</exception>
    public int Draw(IReadOnlyList<Group> groups, CancellationToken cancellation)
    {
        var sources = Sources(cancellation);
        return DrawAsync(groups.Select(group => PackBuilder.Build(sources, group, _month)), cancellation).GetAwaiter().GetResult();
    }

    private async Task<int> DrawAsync(IEnumerable<Pack> packs, CancellationToken cancellation)
    {
        await using var workers = new ChartWorkers(new ChartWorkerOptions(), run.Time);
        var writer = new PackWriter(workers, TextMeasure.Bundled);
        var images = 0;
        foreach (var pack in packs)
        {
            images += await writer.WriteAsync(pack, PlaceOf(pack.Group), cancellation);
        }

        return images;
    }

    private PackSources Sources(CancellationToken cancellation)
    {
        using var session = run.Data.PublishedWarehouse.Open(cancellation);
        var tables = new ScorecardTables(session);
        return new PackSources(
            run.Config.Partnership,
            run.Config.Organisations,
            run.Config.Kpis,
            new KpiValueIndex(tables.ReadValues()),
            new PlanHistory(run.Config.PlanChanges),
            run.Config.PlanPeriod,
            run.Config.Feeds.ToDictionary(feed => feed.Id, feed => feed.Title),
            tables.ReadPublication());
    }

    private string PlaceOf(Group group) => Path.Combine(run.Data.Packs, _month.ToString(), group.Id);
}
