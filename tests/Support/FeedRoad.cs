using Stp.Etl;
using Stp.Etl.Config;
using Stp.Etl.Extraction;
using Stp.Etl.Landing;
using Stp.Etl.Runs;
using Stp.Etl.Sources;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Support;

/// <summary>The road of one feed from its source into a warehouse in memory, as a run drives it, under the configuration as delivered.</summary>
internal sealed class FeedRoad : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly TempFolder _folder = new();
    private readonly DataFolder _source;
    private readonly DataFolder _data;
    private int _runs;

    /// <param name="source">The data folder whose sample and dropped files are read.</param>
    public FeedRoad(DataFolder source)
    {
        _source = source;
        _data = new DataFolder(_folder.Path);
    }

    public WarehouseFixture Warehouse { get; } = WarehouseFixture.OfProgram("RPG", "RV5");

    public CollectingProgress Progress { get; } = new();

    public string Landing => _data.Landing;

    public StpConfig Config { get; init; } = Repository.Config;

    /// <summary>Extracts and loads what is new.</summary>
    public FeedOutcome Run(string feed, DateOnly asOf, bool isFull = false)
    {
        var time = new TestTimeProvider();
        var run = new RunContext($"r{++_runs:000}", Config, _data, asOf, isFull, [], time);
        var feedRun = new FeedRun(
            run, new LandingArea(_data.Landing), Warehouse.Loader, Warehouse.Ledger, new StageClock(time, Progress), CancellationToken.None);
        var config = Config.Feeds.Single(each => each.Id == feed);
        return feedRun.Run(config, SourceCatalogue.Of(Config, _source)[config.Source], () => new Pseudonymiser(Key));
    }

    /// <summary>Extracts one window, and loads nothing.</summary>
    public BatchManifest Land(string feed, ExtractWindow window)
    {
        var config = Config.Feeds.Single(each => each.Id == feed);
        var identity = new BatchIdentity($"r{++_runs:000}-0001", $"r{_runs:000}", new TestTimeProvider().GetUtcNow().DateTime);
        return new LandingArea(_data.Landing).Land(
            config, SourceCatalogue.Of(Config, _source)[config.Source], new Extract("a window", window, null), identity, new Pseudonymiser(Key), new Progress<long>(), CancellationToken.None);
    }

    public string PathOf(BatchManifest batch) => new LandingArea(_data.Landing).PathOf(batch.Feed, batch.BatchId);

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }
}
