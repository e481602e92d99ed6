using Stp.Etl;
using Stp.Etl.Commands;
using Stp.Etl.Runs;
using Stp.Scorecard.Packs;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Publishing;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Etl;

/// <summary>What status says of a data directory, whatever state it was left in.</summary>
[TestFixture]
public sealed class StatusReaderTests
{
    private TempFolder _folder = null!;

    private DataFolder Data => new(_folder.Path);

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void NothingYet_SaysWhatToDo()
    {
        var status = Read();

        Assert.That((status.ExitCode, status.Remedy, status.IsRunning), Is.EqualTo((ExitCode.Done, "Nothing is published yet: run stp refresh.", false)));
        Assert.That(Page(status), Does.StartWith("Nothing is published yet: run stp refresh."));
    }

    [TestCase(RunOutcome.Done, ExitCode.Done, null)]
    [TestCase(RunOutcome.NothingChanged, ExitCode.Done, null)]
    [TestCase(RunOutcome.Warned, ExitCode.DoneWithWarnings, "What happened. Mend it at its source or in config; the next refresh takes it up.")]
    [TestCase(RunOutcome.Failed, ExitCode.Failed, "What happened. Mend it and run stp refresh.")]
    [TestCase(RunOutcome.Interrupted, ExitCode.Failed, "The last run did not end. Run stp refresh: it goes on from where that run stopped.")]
    [TestCase(RunOutcome.Running, ExitCode.Failed, "The last run did not end. Run stp refresh: it goes on from where that run stopped.", TestName = "LastRunThatWasKilled_IsJudged")]
    public void LastRun_IsJudged(string outcome, int exitCode, string? remedy)
    {
        Publish();
        Save(Some.Run("20190101T000000Z"));
        Save(Some.Run("20190102T000000Z", outcome) with { Message = "What happened" });
        var status = Read();

        Assert.Multiple(() =>
        {
            Assert.That((status.ExitCode, status.Remedy), Is.EqualTo((exitCode, remedy)));
            Assert.That(Page(status), Does.StartWith(remedy ?? "All is well."));
        });
    }

    [Test]
    public void KilledRun_IsCalledSo()
    {
        Save(Some.Run("20190102T000000Z", RunOutcome.Running) with { EndedAt = null, ExitCode = null });
        var run = Read().Runs.Single();

        Assert.That((run.Outcome, run.ExitCode), Is.EqualTo((RunOutcome.Killed, ExitCode.Failed)));
    }

    [Test]
    public void RunThatIsOn_IsNotJudged_AndAnOlderOneWithoutAnEndWasKilled()
    {
        Save(Some.Run("20190101T000000Z", RunOutcome.Running));
        Save(Some.Run("20190102T000000Z", RunOutcome.Running));
        using var held = RunLock.Take(Data);
        var status = Read();

        Assert.Multiple(() =>
        {
            Assert.That(status.IsRunning, Is.True);
            Assert.That(status.Runs.Select(run => run.Outcome), Is.EqualTo([RunOutcome.Running, RunOutcome.Killed]));
            Assert.That(Page(status), Does.StartWith("A run is on."));
        });
    }

    [Test]
    public void Published_FeedsTestsAndRejects_AreShown()
    {
        Publish();
        var status = Read();

        Assert.Multiple(() =>
        {
            Assert.That(status.InService, Is.EqualTo(new PublicationStamp("p1", new DateTime(2019, 1, 2, 3, 4, 5), new DateOnly(2018, 12, 31), "0.1.0")));
            Assert.That(status.Feeds, Is.EqualTo([
                new FeedStatus("ae_attendance", 1, new DateTime(2019, 1, 1), new DateOnly(2018, 12, 31), true, null, null, 95, 1),
                new FeedStatus("ae_monthly_return", 0, null, null, false, "A&E monthly return: nothing loaded yet", null, 0, 0),
            ]));
            Assert.That(status.Tests, Is.EqualTo([new TestStatus("fact_visit__even", "warn", 3)]));
            Assert.That(Page(status), Does.Contain("In service  p1, published 2 January 2019 03:04, data as at 31 December 2018, Stp 0.1.0")
                .And.Contain("Data tests  0 of 1 passed"));
        });
    }

    [Test]
    public void StatusCommand_PrintsJson_AndEndsWithTheStatus()
    {
        Save(Some.Run("20190102T000000Z", RunOutcome.Failed) with { Message = "The disk is full." });
        using var output = new StringWriter();
        var exitCode = StpProgram.Run(
            ["status", "--data", _folder.Path, "--json"], new Surroundings(output, output, new TestTimeProvider(), false, CancellationToken.None));
        using var json = System.Text.Json.JsonDocument.Parse(output.ToString());

        Assert.That(exitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(json.RootElement.GetProperty("runs")[0].GetProperty("message").GetString(), Is.EqualTo("The disk is full."));
    }

    private StpStatus Read() => StatusReader.Read(Data, CancellationToken.None);

    private void Save(RunRecord run) => new RunStore(Data.Runs).Save(run);

    private static string Page(StpStatus status)
    {
        using var output = new StringWriter();
        StatusPage.Write(status, output);
        return output.ToString();
    }

    /// <summary>A snapshot of a warehouse with one loaded batch, one failed batch, a reject and a data test.</summary>
    private void Publish()
    {
        Directory.CreateDirectory(Data.Work);
        using (var session = WarehouseSession.OpenWritable(Data.WorkFile, CancellationToken.None))
        {
            Migrator.Apply(session, SqlCatalogue.OfProgram());
            session.Execute(
                """
                insert into ops.batch values
                    (1, 'b1', 'ae_attendance', 'r1', 'loaded', null, null, timestamp '2019-01-01', true, null, null, 99, 1, 0, 98, 0, 0, 3, timestamp '2019-01-02', timestamp '2019-01-02'),
                    (2, 'b2', 'ae_attendance', 'r1', 'failed', 'why', null, timestamp '2019-02-01', true, null, null, 9, 0, 0, 0, 0, 0, 0, timestamp '2019-01-02', timestamp '2019-01-02'),
                    (3, 'b3', 'ae_monthly_return', 'r1', 'failed', 'why', null, null, false, 'a.csv', 'hash', 9, 0, 0, 0, 0, 0, 0, timestamp '2019-01-02', timestamp '2019-01-02');
                insert into ops.reject values (1, 'ae_attendance', 'AttendanceId=1', 'part-001.parquet', 0, 'ArrivedAt', 'required', 'has no value', null);
                insert into ops.data_test values ('r1', 'fact_visit__even', 'Even.', 'warn', 3, 'id=1', timestamp '2019-01-02');
                insert into ops.feed values
                    ('ae_attendance', 'A&E attendances', date '2018-12-31', true, null, null),
                    ('ae_monthly_return', 'A&E monthly return', null, false, 'A&E monthly return: nothing loaded yet', null);
                insert into scorecard.publication values ('p1', 'r1', timestamp '2019-01-02 03:04:05', date '2018-12-31', '0.1.0', 'f');
                checkpoint;
                """);
        }

        new SnapshotPublisher(Data.Published).Copy(Data.WorkFile, "p1", CancellationToken.None);
        Data.Published.SwitchTo("p1");
    }
}
