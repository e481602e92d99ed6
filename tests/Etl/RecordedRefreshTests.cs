using Stp.Etl;
using Stp.Etl.Commands;
using Stp.Etl.Runs;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Etl;

/// <summary>How a refresh ends: its exit code and its record, for each way that it can end.</summary>
[TestFixture]
public sealed class RecordedRefreshTests
{
    private const string Tidy = "period,org_code,type,attendances,breaches,admissions\n";

    private TempFolder _folder = null!;

    private DataFolder Data => new(_folder.Path);

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        TinySample.CopyTo(Data);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void FirstRun_IsDone_AndTheNextFindsNothingToDo()
    {
        Drop("a.csv", $"{Tidy}2018-11-01,RJ1,1,100,10,20\n");
        var first = Refresh();
        var second = Refresh();

        Assert.Multiple(() =>
        {
            Assert.That((first.Outcome, first.ExitCode, first.PublicationId), Is.EqualTo((RunOutcome.Done, (int?)ExitCode.Done, first.RunId)), first.Message);
            Assert.That((second.Outcome, second.ExitCode, second.PublicationId), Is.EqualTo((RunOutcome.NothingChanged, (int?)ExitCode.Done, first.RunId)));
            Assert.That(first.Stages.Select(stage => stage.Stage).Distinct(), Is.EqualTo([Stage.Extract, Stage.Load, Stage.Test, Stage.Score, Stage.Publish, Stage.Packs]));
            Assert.That(first.Feeds.Single().Inserted, Is.EqualTo(1));
            Assert.That(new RunStore(Data.Runs).Last(9), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void FileThatFails_IsAWarning_AndTheRestIsPublished()
    {
        Drop("a.csv", $"{Tidy}2018-11-01,RJ1,1,100,10,20\n");
        Drop("b.csv", "name,amount\nx,1\n");
        var run = Refresh();

        Assert.That((run.Outcome, run.ExitCode, run.PublicationId), Is.EqualTo((RunOutcome.Warned, (int?)ExitCode.DoneWithWarnings, run.RunId)));
        Assert.That(run.Message, Does.StartWith("ae_monthly_return: b.csv has the columns of no layout"));
    }

    [Test]
    public void RejectLimitThatIsPassed_IsAWarning_AndNothingOfTheBatchIsIn()
    {
        Drop("a.csv", $"{Tidy}2018-11-01,RJ1,1,100,10,20\n2018-11-01,RJ1,9,100,10,20\n");
        var run = Refresh();

        Assert.That((run.Outcome, run.ExitCode), Is.EqualTo((RunOutcome.Warned, (int?)ExitCode.DoneWithWarnings)));
        Assert.That(run.Message, Does.Contain("more than its limit of 2.00 %"));
        Assert.That(Published("select count(*) from star.fact_ae_monthly_return"), Is.EqualTo(["0"]));
    }

    [Test]
    public void DataTestOfAFactThatWarns_IsAWarning_UntilItIsMended()
    {
        var catalogue = new TempFolder();
        try
        {
            CopySql(catalogue);
            catalogue.Write("tests/fact_ae_monthly_return__is_small.sql", "-- severity: warn\n-- Small.\nselect attendances from star.fact_ae_monthly_return where attendances > 50");
            Drop("a.csv", $"{Tidy}2018-11-01,RJ1,1,100,10,20\n");
            var first = Refresh(new SqlCatalogue(catalogue.Path));
            var second = Refresh(new SqlCatalogue(catalogue.Path));

            Assert.Multiple(() =>
            {
                Assert.That((first.Outcome, first.ExitCode), Is.EqualTo((RunOutcome.Warned, (int?)ExitCode.DoneWithWarnings)));
                Assert.That(first.Message, Is.EqualTo("data test fact_ae_monthly_return__is_small found 1 rows: see ops.data_test"));
                Assert.That(first.Tests, Has.Some.EqualTo(new TestRecord("fact_ae_monthly_return__is_small", "warn", 1)));
                Assert.That(second.Outcome, Is.EqualTo(RunOutcome.Warned), "it still stands there");
            });
        }
        finally
        {
            catalogue.Dispose();
        }
    }

    [Test]
    public void WorkFileThatIsDamaged_IsAFailure_AndWhatIsPublishedStays()
    {
        Drop("a.csv", $"{Tidy}2018-11-01,RJ1,1,100,10,20\n");
        var first = Refresh();
        File.WriteAllText(Data.WorkFile, new string('x', 50_000));
        var second = Refresh();

        Assert.Multiple(() =>
        {
            Assert.That((second.Outcome, second.ExitCode), Is.EqualTo((RunOutcome.Failed, (int?)ExitCode.Failed)));
            Assert.That(second.Message, Does.Contain(Data.WorkFile));
            Assert.That(Data.Published.IdInService(), Is.EqualTo(first.RunId));
        });
    }

    [Test]
    public void Interrupted_IsRecordedSo()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var run = Refresh(cancellation: cancellation.Token);

        Assert.That((run.Outcome, run.ExitCode, Data.Published.IdInService()), Is.EqualTo((RunOutcome.Interrupted, (int?)ExitCode.Interrupted, (string?)null)));
    }

    [Test]
    public void Query_OfWhatFailsAmongTheRows_IsAMessage_NotATrace()
    {
        Refresh();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = StpProgram.Run(
            ["query", "select case when n < 5000 then n else cast('x' || n as bigint) end as n from range(9000) as r (n)", "--data", _folder.Path, "--format", "csv"],
            new Surroundings(output, error, new TestTimeProvider(), false, CancellationToken.None));

        Assert.That(exitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(error.ToString(), Does.Contain("Could not convert").And.Not.Contain("   at "));
    }

    private static void CopySql(TempFolder folder)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "sql");
        foreach (var file in Directory.GetFiles(root, "*.sql", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(root, file), File.ReadAllText(file));
        }
    }

    private RunRecord Refresh(SqlCatalogue? catalogue = null, CancellationToken cancellation = default)
    {
        var time = new TestTimeProvider();
        var run = new RunContext(
            new RunStore(Data.Runs).NewId(time.GetUtcNow()), Repository.Config, Data, new DateOnly(2018, 12, 31), false, ["ae_monthly_return"], time);
        using var held = RunLock.Take(Data);
        return new RecordedRefresh(run, catalogue ?? SqlCatalogue.OfProgram()).Run(new CollectingProgress(), cancellation);
    }

    private IReadOnlyList<string> Published(string sql)
    {
        using var session = Data.PublishedWarehouse.Open(CancellationToken.None);
        return session.Texts(sql);
    }

    private void Drop(string name, string text) => _folder.Write($"drop/ae_monthly_return/{name}", text);
}
