using System.Runtime.ExceptionServices;
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
        var ended = End(started, refresh, out var unexpected) with
        {
            PublicationId = run.Data.Published.IdInService(),
            EndedAt = run.UtcNow(),
            Stages = clock.Stages,
            Feeds = refresh.Feeds,
            Tests = [.. refresh.Tests.Select(test => new TestRecord(test.Test, test.Severity == Severity.Error ? "error" : "warn", test.Failures))],
        };
        store.Save(ended);
        unexpected?.Throw();
        return ended;
    }

    /// <param name="unexpected">A fault of the program itself: it is on record, and then goes its way.</param>
    private RunRecord End(RunRecord started, RefreshRun refresh, out ExceptionDispatchInfo? unexpected)
    {
        unexpected = null;
        try
        {
            var published = refresh.Run();
            if (WhatIsNotWell(refresh) is { } message)
            {
                return started with { Outcome = RunOutcome.Warned, ExitCode = ExitCode.DoneWithWarnings, Message = message };
            }

            return started with { Outcome = published ? RunOutcome.Done : RunOutcome.NothingChanged, ExitCode = ExitCode.Done };
        }
        catch (OperationCanceledException)
        {
            return started with { Outcome = RunOutcome.Interrupted, ExitCode = ExitCode.Interrupted };
        }
        catch (Exception fault) when (fault is RunException or WarehouseException or SourceException or ChartException or IOException or UnauthorizedAccessException)
        {
            return started with { Outcome = RunOutcome.Failed, ExitCode = ExitCode.Failed, Message = fault.Message };
        }
#pragma warning disable CA1031 // Whatever it is, the record must not go on saying that the run is on; the fault is thrown on after that.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            unexpected = ExceptionDispatchInfo.Capture(fault);
            return started with { Outcome = RunOutcome.Failed, ExitCode = ExitCode.Failed, Message = $"A fault of the program ({fault.GetType().Name})" };
        }
    }

    private string? WhatIsNotWell(RefreshRun refresh)
    {
        var messages = refresh.Feeds.Where(feed => feed.Failure is not null).Select(feed => $"{feed.Feed}: {feed.Failure}")
            .Concat(refresh.FeedStates.Where(feed => feed is { IsFresh: false, Failure: null } && run.Extracts(feed.Feed)).Select(feed => feed.Reason!))
            .Concat(refresh.FeedStates.Where(feed => feed.Failure is not null && refresh.Feeds.All(run => run.Feed != feed.Feed))
                .Select(feed => $"{feed.Feed} failed when it last ran: {feed.Failure}"))
            .Concat(refresh.Tests.Where(test => !test.Passed).Select(test => $"data test {test.Test} found {test.Failures:N0} rows: see ops.data_test"))
            .ToList();
        return messages.Count == 0 ? null : string.Join("; ", messages);
    }
}
