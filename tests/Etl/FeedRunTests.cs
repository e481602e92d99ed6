using Stp.Etl;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Landing;
using Stp.Etl.Runs;
using Stp.Etl.Sources;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Whatever a source does, the run goes on with the next feed.</summary>
[TestFixture]
public sealed class FeedRunTests
{
    [Test]
    public void SourceThatThrowsWhatNobodyExpects_FailsItsFeed_AndTellsNoValue()
    {
        var outcome = Run(new OddSource(new FormatException("'9990000018' was not in a correct format.")));

        Assert.That(outcome.Failure, Is.EqualTo("it stopped on an unexpected error (FormatException)"));
    }

    [Test]
    public void Interruption_IsNoFailureOfTheFeed() =>
        Assert.That(() => Run(new OddSource(new OperationCanceledException())), Throws.InstanceOf<OperationCanceledException>());

    private static FeedOutcome Run(IFeedSource source)
    {
        using var folder = new TempFolder();
        using var warehouse = WarehouseFixture.OfProgram();
        var data = new DataFolder(folder.Path);
        var time = new TestTimeProvider();
        var run = new RunContext("r001", Repository.Config, data, new DateOnly(2018, 12, 31), false, [], time);
        var feeds = new FeedRun(
            run, new LandingArea(data.Landing), warehouse.Loader, warehouse.Ledger, new StageClock(time, new CollectingProgress()), CancellationToken.None);
        return feeds.Run(Some.Feed(), source, () => new Pseudonymiser(new byte[32]));
    }

    private sealed class OddSource(Exception fault) : IFeedSource
    {
        public IEnumerable<Extract> Plan(Feed feed, FeedProgress progress) => [new Extract("all", null, null)];

        public ExtractReader Open(Feed feed, Extract extract, CancellationToken cancellation) => throw fault;

        public IReadOnlyList<string> CheckColumns(Feed feed, CancellationToken cancellation) => [];
    }
}
