using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Publishing;

namespace Stp.Warehouse.Reading;

/// <summary>Read-only access to what is published, now or on a past day.</summary>
public sealed class PublishedWarehouse(PublishedFolder published, PublicationFolder publications)
{
    /// <summary>The tables of a publication's record that are shown under their names in the warehouse.</summary>
    private static readonly string[] RecordedTables = ["kpi_value", "kpi", "measure_value", "plan_change", "publication"];

    /// <summary>Opens the snapshot in service under its versioned name: DuckDB would go on serving an old file for the same name.</summary>
    /// <exception cref="WarehouseException">Nothing is published yet.</exception>
    public WarehouseSession Open(CancellationToken cancellation)
    {
        var id = published.IdInService()
            ?? throw new WarehouseException($"Nothing is published in {published.Directory} yet: run stp refresh first.");
        return WarehouseSession.OpenReadOnly(published.FileOf(id), cancellation);
    }

    /// <summary>Opens a past publication's own record: its scorecard tables, whatever became of the facts since.</summary>
    /// <param name="date">The last publication by the end of this London day is meant.</param>
    /// <exception cref="WarehouseException">Nothing was published by then.</exception>
    public WarehouseSession OpenAsPublished(DateOnly date, CancellationToken cancellation)
    {
        foreach (var id in publications.Ids().Reverse())
        {
            var session = OpenRecord(id, cancellation);
            if (session.Scalar<bool>("select cast(published_at as date) <= cast($date as date) from scorecard.publication", new { date = date.ToDateTime(TimeOnly.MinValue) }))
            {
                return session;
            }

            session.Dispose();
        }

        throw new WarehouseException($"Nothing was published by the end of {date:yyyy-MM-dd}.");
    }

    private WarehouseSession OpenRecord(string id, CancellationToken cancellation)
    {
        var session = WarehouseSession.OpenInMemory(cancellation);
        session.Execute("create schema scorecard");
        foreach (var table in RecordedTables)
        {
            var file = Path.Combine(publications.PathOf(id), table + ".parquet");
            session.Execute($"create table scorecard.{table} as select * from read_parquet({SqlText.File(file)})");
        }

        return session;
    }
}
