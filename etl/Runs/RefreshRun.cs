using Stp.Etl.Config;
using Stp.Etl.Extraction;
using Stp.Etl.Landing;
using Stp.Etl.Sources;
using Stp.Scorecard;
using Stp.Scorecard.Kpis;
using Stp.Warehouse;
using Stp.Warehouse.DataTests;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Runs;

/// <summary>One refresh, from sources to packs. The schedule and the command line run the same.</summary>
public sealed class RefreshRun(RunContext run, SqlCatalogue catalogue, StageClock clock, CancellationToken cancellation)
{
    private readonly PublishStage _publishing = new(run);
    private readonly List<FeedOutcome> _feeds = [];
    private readonly List<DataTestResult> _tests = [];
    private IReadOnlyList<FeedState> _feedStates = [];

    /// <summary>What each feed came to, so far.</summary>
    public IReadOnlyList<FeedOutcome> Feeds => _feeds;

    /// <summary>How far each feed reaches; empty until all are loaded.</summary>
    public IReadOnlyList<FeedState> FeedStates => _feedStates;

    /// <summary>Results of the data tests over everything loaded.</summary>
    public IReadOnlyList<DataTestResult> Tests => _tests;

    /// <summary>Runs all stages in order. The caller holds the run lock.</summary>
    /// <returns>True when something new was published.</returns>
    /// <exception cref="RunException">It cannot go on; what is published stays as it was.</exception>
    public bool Run()
    {
        HealWhatAKilledRunLeft();
        var published = Publish();
        DrawPacks();
        return published;
    }

    private bool Publish()
    {
        MakeSampleIfMissing();
        using (var session = OpenWork())
        {
            StopAtEarlierDay(session);
            ExtractAndLoad(session);
            TestMarts(session);
            _feedStates = ScoreStage.FeedStates(run, session, new StarLoader(session, catalogue, run.Time), Failures());
            var fingerprint = Fingerprint.Of(run, session, _feedStates);
            if (fingerprint == FingerprintInService())
            {
                return false;
            }

            clock.Time(Stage.Score, null, () => new ScoreStage(run, session).Score(_feedStates, fingerprint), values => ($"{values:N0} KPI values", values));
            _publishing.WriteRecord(session);
            session.Execute("checkpoint");
        }

        clock.Time(Stage.Publish, null, PutIntoService, id => ($"snapshot {id}", null));
        return true;
    }

    /// <summary>Draws the packs that do not show the publication in service yet.</summary>
    private void DrawPacks()
    {
        var packs = new PackStage(run);
        var groups = packs.Outdated();
        if (groups.Count > 0)
        {
            clock.Time(Stage.Packs, null, () => packs.Draw(groups, cancellation), images => ($"{groups.Count} packs, {images} images", null));
        }
    }

    private void HealWhatAKilledRunLeft()
    {
        new LandingArea(run.Data.Landing).RemoveUnfinished();
        run.Data.Publications.Heal(run.Data.Published.IdInService());
        run.Data.Published.Heal(run.Data.Publications.Ids());
    }

    private void MakeSampleIfMissing()
    {
        if (!run.Config.UsesSample)
        {
            return;
        }

        var sample = new SampleBuilder(run.Data, catalogue);
        var existing = sample.Existing();
        if (existing is null)
        {
            clock.Time(Stage.Sample, null, () => sample.Build(run.Config.Sample, cancellation), rows => ($"{rows:N0} rows", rows));
        }
        else if (existing != run.Config.Sample)
        {
            clock.Progress.Warned($"the sample is used as it was made, with {existing}; stp.yaml says {run.Config.Sample}, and stp sample makes it anew");
        }
    }

    private WarehouseSession OpenWork()
    {
        var session = OpenWorkFile();
        try
        {
            Migrator.Apply(session, catalogue);
            MartViews.Apply(session, catalogue);
            session.InTransaction(() => new OrganisationDimension(session).Apply(Members(run.Config.Organisations)));
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private WarehouseSession OpenWorkFile()
    {
        try
        {
            return WarehouseSession.OpenWritable(run.Data.WorkFile, cancellation);
        }
        catch (WarehouseException fault)
        {
            throw new RunException(
                $"{fault.Message}. Close any other program that has it open; if it is damaged, delete it and its .wal, " +
                "and the next refresh builds it again from landing.", fault);
        }
    }

    /// <summary>Rows that are loaded cannot be unseen: only a full extract shows an earlier day as it was.</summary>
    private void StopAtEarlierDay(WarehouseSession session)
    {
        var ledger = new BatchLedger(session);
        foreach (var feed in run.IsFull ? [] : run.Config.Feeds.Where(feed => run.Extracts(feed.Id)))
        {
            if (ledger.Watermark(feed.Id) is { } reached && run.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue) < reached)
            {
                throw new RunException(
                    $"{feed.Id} is loaded to {reached:yyyy-MM-dd HH:mm}, past the end of {run.AsOf:yyyy-MM-dd}: add --full to go back to that day, or use another --data.");
            }
        }
    }

    private void ExtractAndLoad(WarehouseSession session)
    {
        var sources = SourceCatalogue.Of(run.Config, run.Data);
        var feedRun = new FeedRun(
            run, new LandingArea(run.Data.Landing), new StarLoader(session, catalogue, run.Time), new BatchLedger(session), clock, cancellation);
        foreach (var feed in run.Config.Feeds.Where(feed => run.Extracts(feed.Id)))
        {
            var key = run.Config.Sources[feed.Source].Kind == SourceKind.Sample ? run.Data.SampleKey : null;
            session.ReleaseMemory();
            _feeds.Add(feedRun.Run(feed, sources[feed.Source], () => new Pseudonymiser(PseudonymKey.Read(run.Config.PseudonymKey, key))));
        }
    }

    /// <summary>Tests of facts ran with the batches that changed them: what they found stands until a batch mends it.</summary>
    private void TestMarts(WarehouseSession session)
    {
        var runner = new DataTestRunner(session, catalogue);
        var facts = catalogue.In("facts").Select(fact => fact.Name).ToHashSet();
        var marts = catalogue.In("mart").Select(view => view.Name).ToHashSet();
        clock.Time(
            Stage.Test, null,
            () =>
            {
                _tests.AddRange(runner.LastResults(facts));
                _tests.AddRange(runner.Run(marts, run.RunId, run.UtcNow()));
                return _tests;
            },
            tests => ($"{tests.Count(test => test.Passed)} of {tests.Count} data tests passed", null));
        if (_tests.FirstOrDefault(test => test is { Passed: false, Severity: Severity.Error }) is { } failed)
        {
            throw new RunException($"Data test {failed.Test} failed on {failed.Failures:N0} rows: nothing is published.");
        }
    }

    private string PutIntoService()
    {
        _publishing.PutIntoService(cancellation);
        return run.RunId;
    }

    private string? FingerprintInService()
    {
        if (run.Data.Published.IdInService() is null)
        {
            return null;
        }

        using var session = run.Data.PublishedWarehouse.Open(cancellation);
        return session.Query<string>("select fingerprint from scorecard.publication").SingleOrDefault();
    }

    private Dictionary<string, string> Failures() => _feeds
        .Where(feed => feed.Failure is not null)
        .ToDictionary(feed => feed.Feed, feed => feed.Failure!);

    /// <summary>One member per code: as its latest validity has it, from the first day of its earliest.</summary>
    public static IEnumerable<OrganisationMember> Members(IEnumerable<Organisation> organisations) => organisations
        .GroupBy(organisation => organisation.OdsCode, StringComparer.Ordinal)
        .Select(validities => (Latest: validities.MaxBy(each => each.ValidFrom)!, From: validities.Min(each => each.ValidFrom)))
        .Select(each => new OrganisationMember(
            each.Latest.OdsCode, each.Latest.Name, each.Latest.ShortName,
            each.Latest.Level is { } level ? Words.For(level) : "other", each.Latest.Parent, each.Latest.Successor, each.From, each.Latest.ValidTo));
}
