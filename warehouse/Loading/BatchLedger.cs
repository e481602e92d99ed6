using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Loading;

/// <summary>The history of batches: what was loaded, how far each feed's windows reach, which files are in.</summary>
public sealed class BatchLedger(WarehouseSession session)
{
    /// <summary>
    /// How far the feed's rows reach: the greatest end of its loaded extract windows since the last full one, which replaced all rows
    /// and may stand at an earlier day; null before the first.
    /// </summary>
    public DateTime? Watermark(string feed) => session.Scalar<DateTime?>(
        """
        select max(window_end_at)
        from ops.batch
        where feed = $feed
          and outcome = 'loaded'
          and batch_key >= (select coalesce(max(batch_key), 0) from ops.batch where feed = $feed and outcome = 'loaded' and is_full)
        """,
        new { feed });

    /// <summary>Batches that were decided on, loaded or failed: the others in landing wait to be loaded.</summary>
    public IReadOnlySet<string> DecidedBatches(string feed) => session.Query<string>(
        "select batch_id from ops.batch where feed = $feed", new { feed }).ToHashSet(StringComparer.Ordinal);

    /// <summary>SHA-256 of every file whose content is loaded, in the order in which they were first loaded.</summary>
    public IReadOnlyList<string> LoadedFiles(string feed) => session.Query<string>(
        """
        select source_sha256
        from ops.batch
        where feed = $feed
          and outcome = 'loaded'
          and source_sha256 is not null
        group by source_sha256
        order by min(batch_key)
        """,
        new { feed });

    public int NextBatchKey() => session.Scalar<int>("select cast(coalesce(max(batch_key), 0) + 1 as integer) from ops.batch");

    public void RecordLoaded(BatchManifest batch, BatchOutcome outcome, DateTime loadedAt) => Record(batch, outcome, "loaded", null, loadedAt);

    /// <summary>Records that a batch failed, with its rejects left as they were inserted.</summary>
    public void RecordFailed(BatchManifest batch, BatchOutcome outcome, string reason, DateTime failedAt) =>
        Record(batch, outcome, "failed", reason, failedAt);

    private void Record(BatchManifest batch, BatchOutcome outcome, string word, string? reason, DateTime at) => session.Execute(
        """
        insert into ops.batch
        values (
            $BatchKey, $BatchId, $Feed, $RunId, $word, $reason, $WindowStart, $WindowEnd, $IsFull, $SourceFile, $SourceSha256,
            $Landed, $Rejected, $Superseded, $Inserted, $Updated, $Unchanged, $Deleted, $LandedAt, $at
        )
        """,
        new
        {
            outcome.BatchKey, batch.BatchId, batch.Feed, batch.RunId, word, reason, batch.WindowStart, batch.WindowEnd, batch.IsFull,
            batch.SourceFile, batch.SourceSha256, outcome.Landed, outcome.Rejected, outcome.Superseded, outcome.Inserted,
            outcome.Updated, outcome.Unchanged, outcome.Deleted, batch.LandedAt, at,
        });
}
