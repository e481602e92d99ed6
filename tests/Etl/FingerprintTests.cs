using Stp.Etl;
using Stp.Etl.Config;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>What makes a publication another one, and what does not.</summary>
[TestFixture]
public sealed class FingerprintTests
{
    private BrokenConfig _config = null!;
    private WarehouseFixture _warehouse = null!;
    private StpConfig _read = null!;

    [SetUp]
    public void SetUp()
    {
        _config = new BrokenConfig();
        _warehouse = WarehouseFixture.OfProgram();
        _read = _config.Read();
    }

    [TearDown]
    public void TearDown()
    {
        _warehouse.Dispose();
        _config.Dispose();
    }

    [Test]
    public void EditDuringARun_IsTheNextRunsChange()
    {
        var before = Of(_read);
        _config.Replace("kpis/ae_four_hour.yaml", "title: ", "title: New ");

        Assert.Multiple(() =>
        {
            Assert.That(Of(_read), Is.EqualTo(before), "what was read at the start is what is computed");
            Assert.That(Of(_config.Read()), Is.Not.EqualTo(before), "the edit is published by the run that reads it");
        });
    }

    [Test]
    public void FilesThatConfigLeavesAlone_ChangeNothing()
    {
        var before = Of(_read);
        _config.Write("kpis/.ae_four_hour.yaml.swp", "half a line");
        _config.Write("kpis/ae_four_hour.yaml~", "yesterday's");
        _config.Write("notes.md", "to do");
        File.CreateSymbolicLink(_config.PathOf(".#stp.yaml"), "someone@somewhere:1");

        Assert.That(Of(_config.Read()), Is.EqualTo(before));
    }

    [Test]
    public void RejectOfABatchThatChangedNothing_IsPublished_AndOnlyOnce()
    {
        var before = Of(_read);
        Reject(1, "AttendanceId=1");
        var rejected = Of(_read);
        Reject(2, "AttendanceId=1");
        var again = Of(_read);
        Reject(3, "AttendanceId=2");

        Assert.Multiple(() =>
        {
            Assert.That(rejected, Is.Not.EqualTo(before));
            Assert.That(again, Is.EqualTo(rejected), "the same row, read again by the overlap, is nothing new");
            Assert.That(Of(_read), Is.Not.EqualTo(again));
        });
    }

    [Test]
    public void BatchThatFailed_IsPublished_AndOnlyOnceForAReason()
    {
        var before = Of(_read);
        Batch(1, "failed", "too many rejects");
        var failed = Of(_read);
        Batch(2, "failed", "too many rejects");

        Assert.Multiple(() =>
        {
            Assert.That(failed, Is.Not.EqualTo(before));
            Assert.That(Of(_read), Is.EqualTo(failed));
        });
    }

    [Test]
    public void BatchThatChangedNothing_IsNothingNew()
    {
        var before = Of(_read);
        Batch(1, "loaded", null);

        Assert.That(Of(_read), Is.EqualTo(before));
    }

    private string Of(StpConfig config) => Fingerprint.Of(
        new RunContext("r1", config, new DataFolder(_config.Directory), new DateOnly(2018, 12, 31), false, [], new TestTimeProvider()),
        _warehouse.Session,
        []);

    private void Reject(int batch, string row)
    {
        Batch(batch, "loaded", null);
        _warehouse.Session.Execute(
            "insert into ops.reject values ($batch, 'ae_attendance', $row, 'part-001.parquet', $batch, 'ProviderCode', 'allowed', 'is none of RJ1', 'X')",
            new { batch, row });
    }

    private void Batch(int batch, string outcome, string? reason) => _warehouse.Session.Execute(
        """
        insert into ops.batch
        values (
            $batch, 'b' || $batch, 'ae_attendance', 'r' || $batch, $outcome, $reason, null, null, false, null, null,
            1, 1, 0, 0, 0, 0, 0, timestamp '2019-01-01', timestamp '2019-01-01'
        )
        """,
        new { batch, outcome, reason });
}
