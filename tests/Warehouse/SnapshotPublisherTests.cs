using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Publishing;

namespace Stp.Tests.Warehouse;

/// <summary>How a working file becomes what readers see.</summary>
[TestFixture]
public sealed class SnapshotPublisherTests
{
    private TempFolder _folder = null!;
    private PublishedFolder _published = null!;

    private string Work => _folder["work/stp.duckdb"];

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _published = new PublishedFolder(_folder["published"]);
        Directory.CreateDirectory(_folder["work"]);
        WriteWork(1);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Copy_IsWholeAndReadOnly_AndNotInServiceYet()
    {
        Copy("a");

        Assert.Multiple(() =>
        {
            Assert.That(NumberIn("a"), Is.EqualTo(1));
            Assert.That(_published.IdInService(), Is.Null);
            Assert.That(Directory.GetFiles(_published.Directory).Select(Path.GetFileName), Is.EqualTo(["warehouse-a.duckdb"]), "nothing beside it");
            if (!OperatingSystem.IsWindows())
            {
                Assert.That(File.GetUnixFileMode(_published.FileOf("a")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead));
            }
        });
    }

    [Test]
    public void WorkFileThatWasNotClosedCleanly_IsNotCopied()
    {
        File.WriteAllText(Work + ".wal", "something");

        Assert.That(() => Copy("a"), Throws.TypeOf<WarehouseException>().With.Message.Contains("was not closed cleanly"));
        Assert.That(_published.Ids(), Is.Empty);
    }

    [Test]
    public void WorkFileThatIsDamaged_IsNotPublished()
    {
        using (var file = new FileStream(Work, FileMode.Open))
        {
            file.SetLength(file.Length / 3);
        }

        Assert.That(() => Copy("a"), Throws.TypeOf<WarehouseException>());
        Assert.That(_published.Ids(), Is.Empty);
    }

    [Test]
    public void SwitchTo_PutsASnapshotIntoService_AndBack()
    {
        Copy("a");
        _published.SwitchTo("a");
        WriteWork(2);
        Copy("b");
        _published.SwitchTo("b");
        Assert.That((_published.IdInService(), NumberIn("b")), Is.EqualTo(("b", 2)));

        _published.SwitchTo("a");
        Assert.Multiple(() =>
        {
            Assert.That((_published.IdInService(), NumberIn("a")), Is.EqualTo(("a", 1)));
            Assert.That(Directory.GetFiles(_published.Directory, "*.next"), Is.Empty);
        });
    }

    [Test]
    public void SwitchTo_WhileAReaderIsAtWork_LeavesTheReaderWhatItHas()
    {
        Copy("a");
        _published.SwitchTo("a");
        using var reader = WarehouseSession.OpenReadOnly(_published.FileOf("a"), CancellationToken.None);
        WriteWork(2);
        Copy("b");
        _published.SwitchTo("b");
        _published.KeepNewest(1);

        Assert.That(reader.Scalar<int>("select n from t"), Is.EqualTo(1));
    }

    [Test]
    public void LinkThatAKilledRunLeftHalfway_DoesNotStandInTheWay()
    {
        Copy("a");
        _published.SwitchTo("a");
        File.WriteAllText(Path.Combine(_published.Directory, OperatingSystem.IsWindows() ? "warehouse.duckdb.current.next" : "warehouse.duckdb.next"), "left");
        Copy("b");
        _published.SwitchTo("b");

        Assert.That(_published.IdInService(), Is.EqualTo("b"));
    }

    [Test]
    public void KeepNewest_RemovesOlderOnes_ButNeverTheOneInService()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            Copy(id);
        }

        _published.SwitchTo("a");
        _published.KeepNewest(2);

        Assert.Multiple(() =>
        {
            Assert.That(_published.Ids(), Is.EqualTo(["a", "c", "d"]));
            Assert.That(_published.IdInService(), Is.EqualTo("a"));
        });
    }

    [Test]
    public void Heal_RemovesWhatAKilledRunLeft_AndNothingThatReadersSaw()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            Copy(id);
        }

        _published.SwitchTo("b");
        File.WriteAllText(_published.FileOf("d") + ".copying", "half");
        _published.Heal(["a", "b"]);

        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(_published.Directory).Select(Path.GetFileName), Is.EquivalentTo(
                ["warehouse-a.duckdb", "warehouse-b.duckdb", OperatingSystem.IsWindows() ? "warehouse.duckdb.current" : "warehouse.duckdb"]));
            Assert.That(_published.IdInService(), Is.EqualTo("b"));
        });
    }

    [Test]
    public void Heal_WithNothingPublished_DoesNothing() => Assert.That(() => _published.Heal([]), Throws.Nothing);

    [Test]
    public void NothingPublished_HasNoIds() =>
        Assert.That((_published.Ids().Count, _published.IdInService()), Is.EqualTo((0, (string?)null)));

    [Test]
    public void SnapshotThatIsGone_IsNotInService()
    {
        Copy("a");
        _published.SwitchTo("a");
        File.Delete(_published.FileOf("a"));

        Assert.That(_published.IdInService(), Is.Null);
    }

    private void Copy(string id) => new SnapshotPublisher(_published).Copy(Work, id, CancellationToken.None);

    private int NumberIn(string id)
    {
        using var session = WarehouseSession.OpenReadOnly(_published.FileOf(id), CancellationToken.None);
        return session.Scalar<int>("select n from t");
    }

    private void WriteWork(int number)
    {
        using var session = WarehouseSession.OpenWritable(Work, CancellationToken.None);
        session.Execute($"create or replace table t as select {number} as n");
        session.Execute("checkpoint");
    }
}
