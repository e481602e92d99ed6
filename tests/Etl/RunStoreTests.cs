using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The records of runs, whatever else lies in their folder.</summary>
[TestFixture]
public sealed class RunStoreTests
{
    private static readonly DateTimeOffset Now = new(2019, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private TempFolder _folder = null!;
    private RunStore _store = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _store = new RunStore(_folder.Path);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void NewId_IsTheSecondInUtc() =>
        Assert.That(_store.NewId(Now.ToOffset(TimeSpan.FromHours(1))), Is.EqualTo("20190102T030405Z"));

    [Test]
    public void RunsOfTheSameSecond_HaveIdsOfTheirOwn_NewestFirst()
    {
        var ids = Enumerable.Range(0, 12).Select(_ => Saved(_store.NewId(Now))).ToList();

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), "batches and publications are named after them");
        Assert.That(_store.Last(5).Select(run => run.RunId), Is.EqualTo(ids.AsEnumerable().Reverse().Take(5)));
    }

    [Test]
    public void Save_ReplacesTheRecord_AndReadsBackTheSame()
    {
        var run = Some.Run("a", RunOutcome.Warned) with
        {
            Message = "Ünd \"quoted\"",
            EndedAt = null,
            Stages = [new StageRecord(Stage.Load, "visit", 1.5, 10)],
            Tests = [new TestRecord("t", "warn", 3)],
            Feeds = [FeedOutcome.Nothing("visit").Failed("down")],
        };
        _store.Save(Some.Run("a", RunOutcome.Running));
        _store.Save(run);

        var read = _store.Last(9).Single();
        Assert.Multiple(() =>
        {
            Assert.That(read with { Stages = [], Feeds = [], Tests = [] }, Is.EqualTo(run with { Stages = [], Feeds = [], Tests = [] }));
            Assert.That((read.Stages[0], read.Feeds[0], read.Tests[0]), Is.EqualTo((run.Stages[0], run.Feeds[0], run.Tests[0])));
        });
    }

    [TestCase("")]
    [TestCase("{ \"run_id\": \"b\", ")]
    [TestCase("{}", TestName = "FileWithoutARun_IsPassedOver")]
    [TestCase("null")]
    [TestCase("[1, 2]")]
    public void FileThatIsNoRunRecord_IsPassedOver(string text)
    {
        _folder.Write("b.json", text);
        Saved("a");

        Assert.That(_store.Last(9).Select(run => run.RunId), Is.EqualTo(["a"]));
    }

    [Test]
    public void NoFolderYet_HasNoRuns() => Assert.That(new RunStore(_folder["none"]).Last(5), Is.Empty);

    private string Saved(string id)
    {
        _store.Save(Some.Run(id));
        return id;
    }
}
