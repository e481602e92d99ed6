using Stp.Tests.Support;
using Stp.Warehouse.Publishing;

namespace Stp.Tests.Warehouse;

/// <summary>A record of a publication counts only when readers saw its snapshot.</summary>
[TestFixture]
public sealed class PublicationFolderTests
{
    private TempFolder _folder = null!;
    private PublicationFolder _publications = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _publications = new PublicationFolder(_folder["publications"]);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void PreparedRecord_IsNoPublicationUntilItIsConfirmed()
    {
        Prepare("a");
        Assert.That(_publications.Ids(), Is.Empty);

        _publications.Confirm("a");
        Assert.Multiple(() =>
        {
            Assert.That(_publications.Ids(), Is.EqualTo(["a"]));
            Assert.That(File.Exists(Path.Combine(_publications.PathOf("a"), "kpi.parquet")), Is.True);
        });
    }

    [Test]
    public void Prepare_GivesAnEmptyFolder()
    {
        Prepare("a");

        Assert.That(Directory.GetFiles(_publications.Prepare("a")), Is.Empty);
    }

    [Test]
    public void Heal_KilledAfterTheSwitch_ConfirmsTheRecordInService()
    {
        Confirmed("a");
        Prepare("b");
        _publications.Heal("b");

        Assert.That(_publications.Ids(), Is.EqualTo(["a", "b"]));
    }

    [TestCase("a")]
    [TestCase(null)]
    public void Heal_KilledBeforeTheSwitch_RemovesTheRecord(string? inService)
    {
        Confirmed("a");
        Prepare("b");
        _publications.Heal(inService);

        Assert.Multiple(() =>
        {
            Assert.That(_publications.Ids(), Is.EqualTo(["a"]));
            Assert.That(Directory.GetDirectories(_folder["publications"]), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public void Heal_WithNothingThere_DoesNothing() => Assert.That(() => _publications.Heal("a"), Throws.Nothing);

    private void Confirmed(string id)
    {
        Prepare(id);
        _publications.Confirm(id);
    }

    private void Prepare(string id) => File.WriteAllText(Path.Combine(_publications.Prepare(id), "kpi.parquet"), string.Empty);
}
