using Stp.Etl;
using Stp.Etl.Config;
using Stp.Etl.Extraction;
using Stp.Etl.Landing;
using Stp.Etl.Runs;
using Stp.Etl.Sources;

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

    public WarehouseFixture Warehouse { get; } = WarehouseFixture.OfProgram();

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

    public void Dispose()
    {
        Warehouse.Dispose();
        _folder.Dispose();
    }
}
