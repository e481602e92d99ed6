using Stp.Etl.Sources;
using Stp.Scorecard.Charts;
using Stp.Warehouse;
using Stp.Warehouse.DataTests;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Runs;

/// <summary>A refresh with its record in data/runs: written when it starts, and again with how it ended, whatever happens.</summary>
public sealed class RecordedRefresh(RunContext run, SqlCatalogue catalogue)
{
    /// <summary>Runs it. The caller holds the run lock.</summary>
    /// <returns>The record as it was written at the end; its exit code is the program's.</returns>
    public RunRecord Run(IRunProgress progress, CancellationToken cancellation)
    {
        var store = new RunStore(run.Data.Runs);
        var clock = new StageClock(run.Time, progress);
        var refresh = new RefreshRun(run, catalogue, clock, cancellation);
        var started = new RunRecord(
            run.RunId, "refresh", Environment.ProcessId, ProgramVersion.Current, run.AsOf, run.UtcNow(), null, RunOutcome.Running, null, null, null, [], [], []);
        store.Save(started);
        var ended = End(started, refresh) with
        {
            EndedAt = run.UtcNow(),
            Stages = clock.Stages,
            Feeds = refresh.Feeds,
            Tests = [.. refresh.Tests.Select(test => new TestRecord(test.Test, test.Severity == Severity.Error ? "error" : "warn", test.Failures))],
        };
        store.Save(ended);
        return ended;
    }

    private RunRecord End(RunRecord started, RefreshRun refresh)
    {
        try
        {
            var published = refresh.Run();
            var record = started with { PublicationId = run.Data.Published.IdInService() };
            if (WhatIsNotWell(refresh) is { } message)
            {
                return record with { Outcome = RunOutcome.Warned, ExitCode = ExitCode.DoneWithWarnings, Message = message };
            }

            return record with { Outcome = published ? RunOutcome.Done : RunOutcome.NothingChanged, ExitCode = ExitCode.Done };
        }
        catch (OperationCanceledException)
        {
            return started with { Outcome = RunOutcome.Interrupted, ExitCode = ExitCode.Interrupted };
        }
        catch (Exception fault) when (fault is RunException or WarehouseException or SourceException or ChartException or IOException or UnauthorizedAccessException)
        {
            return started with { Outcome = RunOutcome.Failed, ExitCode = ExitCode.Failed, Message = fault.Message };
        }
    }

    private static string? WhatIsNotWell(RefreshRun refresh)
    {
        var messages = refresh.Feeds.Where(feed => feed.Failure is not null).Select(feed => $"{feed.Feed}: {feed.Failure}")
            .Concat(refresh.Tests.Where(test => !test.Passed).Select(test => $"data test {test.Test} found {test.Failures:N0} rows, first {test.Example}"))
            .ToList();
        return messages.Count == 0 ? null : string.Join("; ", messages);
    }
}
