using System.Globalization;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Landing;
using Stp.Etl.Sources;
using Stp.Warehouse;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Runs;

/// <summary>One feed's part of a run: what a killed run left in landing first, then what is new at the source.</summary>
/// <remarks>A failure of the feed is recorded and ends here: the other feeds go on.</remarks>
public sealed class FeedRun(
    RunContext run,
    LandingArea landing,
    StarLoader loader,
    BatchLedger ledger,
    StageClock clock,
    CancellationToken cancellation)
{
    private FeedOutcome _outcome = FeedOutcome.Nothing(string.Empty);
    private int _sequence;

    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public FeedOutcome Run(Feed feed, IFeedSource source, Func<Pseudonymiser> pseudonymiser)
    {
        _outcome = FeedOutcome.Nothing(feed.Id);
        _sequence = 0;
        Try(() =>
        {
            var watermark = ledger.Watermark(feed.Id);
            var atSource = new Lazy<HashSet<string>>(() => FilesAtSource(feed, source));
            foreach (var waiting in landing.Waiting(
                feed, ledger.DecidedBatches(feed.Id), watermark, sha256 => atSource.Value.Contains(sha256), clock.Progress.Warned, NoteFailure))
            {
                Load(feed, waiting);
            }

            using var personal = feed.Columns.Any(column => column.Personal == PersonalTreatment.Pseudonymise) ? pseudonymiser() : null;
            var progress = new FeedProgress(ledger.Watermark(feed.Id), ledger.LoadedFiles(feed.Id), run.AsOf, run.LocalNow(), run.IsFull);
            foreach (var extract in source.Plan(feed, progress))
            {
                if (TryLand(feed, source, extract, personal) is { } batch)
                {
                    Load(feed, batch);
                }
            }
        });
        return _outcome;
    }

    private HashSet<string> FilesAtSource(Feed feed, IFeedSource source) =>
        source.Plan(feed, new FeedProgress(null, [], run.AsOf, run.LocalNow(), true)).Select(extract => extract.File?.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A file that cannot be landed does not keep the files after it out.</summary>
    private BatchManifest? TryLand(Feed feed, IFeedSource source, Extract extract, Pseudonymiser? pseudonymiser)
    {
        BatchManifest? batch = null;
        Try(() => batch = Land(feed, source, extract, pseudonymiser));
        return batch;
    }

    private BatchManifest Land(Feed feed, IFeedSource source, Extract extract, Pseudonymiser? pseudonymiser)
    {
        var identity = new BatchIdentity(
            string.Create(CultureInfo.InvariantCulture, $"{run.RunId}-{++_sequence:0000}"), run.RunId, run.UtcNow());
        var rows = new RowProgress(clock.Progress, feed.Id);
        return clock.Time(
            Stage.Extract, feed.Id,
            () => landing.Land(feed, source, extract, identity, pseudonymiser, rows, cancellation),
            batch => (string.Create(CultureInfo.InvariantCulture, $"{batch.Rows:N0} rows, {extract.Description}"), batch.Rows));
    }

    /// <remarks>
    /// A batch that breaks its contract is decided on, and the next may follow. Any other failure leaves it waiting and ends the feed's
    /// part of the run: what is newer must not be loaded before it, or the next run would put the older rows over the newer.
    /// </remarks>
    private void Load(Feed feed, BatchManifest batch)
    {
        try
        {
            var loaded = clock.Time(
                Stage.Load, feed.Id,
                () => loader.Load(FeedContract.Of(feed), batch, landing.PathOf(feed.Id, batch.BatchId)),
                outcome => (InWords(outcome), outcome.Landed));
            _outcome = _outcome.Plus(loaded);
        }
        catch (BatchFailedException failure)
        {
            NoteFailure(failure.Message);
        }
    }

    private static string InWords(BatchOutcome outcome)
    {
        var counts = new (long Rows, string Word)[]
        {
            (outcome.Inserted, "new"), (outcome.Updated, "changed"), (outcome.Unchanged, "unchanged"), (outcome.Deleted, "deleted"),
            (outcome.Rejected, "rejected"), (outcome.Superseded, "superseded"),
        };
        var told = counts.Where(count => count.Rows > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Rows:N0} {count.Word}"));
        return string.Join(", ", told) is { Length: > 0 } words ? words : "no rows";
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is SourceException or WarehouseException or IOException or UnauthorizedAccessException or RunException)
        {
            NoteFailure(fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // Not one of ours, so its message may quote a row.
            NoteFailure($"it stopped on an unexpected error ({fault.GetType().Name})");
        }
    }

    private void NoteFailure(string why)
    {
        _outcome = _outcome.Failed(why.TrimEnd('.'));
        clock.Progress.Warned($"{_outcome.Feed}: {why}");
    }

    /// <summary>Reports at once, on the thread that extracts: a Progress object would report later, from another.</summary>
    private sealed class RowProgress(IRunProgress progress, string feed) : IProgress<long>
    {
        public void Report(long value) => progress.Advanced(Stage.Extract, feed, value);
    }
}
