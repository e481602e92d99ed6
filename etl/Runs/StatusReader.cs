using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Runs;

/// <summary>How things stand in one data directory. Times in feeds and publication are London's; those of runs are UTC.</summary>
/// <param name="ExitCode">0 when the last run was well, 3 when it warned, 1 when it failed, was interrupted or was killed.</param>
/// <param name="Remedy">What to do; null when all is well.</param>
public sealed record StpStatus(
    string Data,
    int ExitCode,
    string? Remedy,
    bool IsRunning,
    PublicationStamp? InService,
    IReadOnlyList<RunRecord> Runs,
    IReadOnlyList<FeedStatus> Feeds,
    IReadOnlyList<TestStatus> Tests);

/// <param name="WatermarkAt">The end of the last loaded extract window; null for files.</param>
/// <param name="DataToDate">The last day that the feed's data cover.</param>
/// <param name="IsFresh">False when it failed when it last ran, or its data are older than its freshness allows.</param>
/// <param name="Reason">Why it is not fresh.</param>
/// <param name="Rejects">Rows that are kept out now, each counted once.</param>
public sealed record FeedStatus(
    string Feed, long LoadedBatches, DateTime? WatermarkAt, DateOnly? DataToDate, bool IsFresh, string? Reason, string? Failure, long Rows, long Rejects);

public sealed record TestStatus(string DataTest, string Severity, long Failures);

/// <summary>Reads the status from what is published and from data/runs, so that it works while a run is on or after one failed.</summary>
public static class StatusReader
{
    private const int RunsShown = 5;

    public static StpStatus Read(DataFolder data, CancellationToken cancellation)
    {
        var isRunning = RunLock.IsHeldByAnother(data);
        var runs = new RunStore(data.Runs).Last(RunsShown).Select((run, place) => Settled(run, isRunning && place == 0)).ToList();
        var last = runs.FirstOrDefault(run => run.Outcome != RunOutcome.Running);
        var (exitCode, remedy) = Judge(last);
        if (data.Published.IdInService() is null)
        {
            return new StpStatus(data.Root, exitCode, remedy ?? "Nothing is published yet: run stp refresh.", isRunning, null, runs, [], []);
        }

        using var session = data.PublishedWarehouse.Open(cancellation);
        return new StpStatus(data.Root, exitCode, remedy, isRunning, new ScorecardTables(session).ReadPublication(), runs, Feeds(session), Tests(session));
    }

    /// <summary>A record that says running while nobody holds the lock was killed.</summary>
    private static RunRecord Settled(RunRecord run, bool isRunning) => run.Outcome == RunOutcome.Running && !isRunning
        ? run with { Outcome = RunOutcome.Killed, ExitCode = ExitCode.Failed, Message = "The process ended without a word: killed, or the machine stopped." }
        : run;

    private static (int ExitCode, string? Remedy) Judge(RunRecord? last) => last?.Outcome switch
    {
        null or RunOutcome.Done or RunOutcome.NothingChanged => (ExitCode.Done, null),
        RunOutcome.Warned => (ExitCode.DoneWithWarnings, $"{last.Message}. Mend it at its source or in config; the next refresh takes it up."),
        RunOutcome.Failed => (ExitCode.Failed, $"{last.Message?.TrimEnd('.')}. Mend it and run stp refresh."),
        _ => (ExitCode.Failed, "The last run did not end. Run stp refresh: it goes on from where that run stopped."),
    };

    private static IReadOnlyList<FeedStatus> Feeds(WarehouseSession session) => session.Query<FeedStatus>(
        """
        select
            f.feed as Feed,
            count(*) filter (where b.outcome = 'loaded') as LoadedBatches,
            max(b.window_end_at) filter (where b.outcome = 'loaded' and b.batch_key >= coalesce(
                (select max(l.batch_key) from ops.batch as l where l.feed = f.feed and l.outcome = 'loaded' and l.is_full), 0)) as WatermarkAt,
            f.data_to_date as DataToDate,
            f.is_fresh as IsFresh,
            f.reason as Reason,
            f.failure as Failure,
            cast(coalesce(sum(b.inserted_rows - b.deleted_rows), 0) as bigint) as Rows,
            (select count(distinct r.row_key) from ops.reject as r where r.feed = f.feed) as Rejects
        from ops.feed as f
        left join ops.batch as b on b.feed = f.feed
        group by f.feed, f.data_to_date, f.is_fresh, f.reason, f.failure
        order by f.feed
        """);

    private static IReadOnlyList<TestStatus> Tests(WarehouseSession session) => session.Query<TestStatus>(
        "select data_test as DataTest, severity as Severity, failures as Failures from ops.data_test order by data_test");
}
