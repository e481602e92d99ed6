using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Publishing;

namespace Stp.Etl.Runs;

/// <summary>Writes the immutable record of a publication, then puts its snapshot into service.</summary>
public sealed class PublishStage(RunContext run)
{
    private static readonly string[] RecordedTables =
    [
        "scorecard.kpi_value", "scorecard.kpi", "scorecard.measure_value", "scorecard.plan_change", "scorecard.publication",
        "ops.batch", "ops.batch_month", "ops.data_test",
    ];

    private static readonly string[] RecordedConfig = ["kpis/", "measures/", "plans/"];

    private readonly PublishedFolder _published = run.Data.Published;
    private readonly PublicationFolder _publications = run.Data.Publications;

    /// <summary>Writes the record while the working warehouse is open; it is not confirmed until its snapshot is in service.</summary>
    public void WriteRecord(WarehouseSession session)
    {
        var folder = _publications.Prepare(run.RunId);
        foreach (var table in RecordedTables)
        {
            var file = Path.Combine(folder, table.Split('.')[1] + ".parquet");
            session.Execute($"copy (select * from {table}) to {SqlText.Literal(file)} (format parquet, compression zstd)");
        }

        foreach (var file in run.Config.Files.Where(file => RecordedConfig.Any(part => file.Path.StartsWith(part, StringComparison.Ordinal))))
        {
            var copy = Path.Combine(folder, "config", file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, file.Content.Span);
        }

        var publishedAt = session.Scalar<DateTime>("select published_at from scorecard.publication");
        File.WriteAllText(
            Path.Combine(folder, "publication.yaml"),
            $"""
            publication_id: {run.RunId}
            published_at: {publishedAt:yyyy-MM-dd HH:mm:ss}
            time_zone: {run.Config.TimeZone.Id}
            as_of: {run.AsOf:yyyy-MM-dd}
            program_version: {ProgramVersion.Current}

            """);
    }

    /// <summary>Copies the closed working file, switches to the copy, confirms the record, and removes snapshots beyond those to keep.</summary>
    public void PutIntoService(CancellationToken cancellation)
    {
        new SnapshotPublisher(_published).Copy(run.Data.WorkFile, run.RunId, cancellation);
        _published.SwitchTo(run.RunId);
        _publications.Confirm(run.RunId);
        _published.KeepNewest(run.Config.Retention.PublishedSnapshots);
    }
}
