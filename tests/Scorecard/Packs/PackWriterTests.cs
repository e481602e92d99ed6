using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Packs.Writers;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Packs;

[TestFixture]
public sealed class PackWriterTests
{
    private string _root = string.Empty;

    private string Place => Path.Combine(_root, "urgent_and_emergency_care");

    [SetUp]
    public void MakeRoom() => _root = Directory.CreateTempSubdirectory("stp-packs-").FullName;

    [TearDown]
    public void TidyUp() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Pack_IsWrittenWholeAndItsPageRefersOnlyToItsOwnFiles()
    {
        await Write(Small(), new ChartWorkerOptions());

        var files = Directory.GetFiles(Place).Select(file => Path.GetFileName(file)!).ToList();
        var page = await File.ReadAllTextAsync(Path.Combine(Place, "index.html"));
        var references = page.Split('"').Where(part => part.EndsWith(".svg", StringComparison.Ordinal) || part.EndsWith(".png", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(files, Does.Contain("scorecard.png").And.Contain("trend-ae-four-hour-sel.svg").And.Contain("trend-ae-four-hour-by-organisation.png"));
            Assert.That(files, Has.All.Match("^[a-z0-9.-]+$"));
            Assert.That(references, Is.SubsetOf(files).And.Not.Empty);
            Assert.That(Directory.GetDirectories(_root), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task NewPack_ReplacesTheOldOne()
    {
        Directory.CreateDirectory(Place);
        await File.WriteAllTextAsync(Path.Combine(Place, "old.txt"), "old");
        await Write(Small(), new ChartWorkerOptions());
        Assert.Multiple(() =>
        {
            Assert.That(Path.Combine(Place, "old.txt"), Does.Not.Exist);
            Assert.That(Path.Combine(Place, "index.html"), Does.Exist);
        });
    }

    [Test]
    public async Task ChartThatCannotBeDrawn_LeavesTheOldPackAsItWas()
    {
        Directory.CreateDirectory(Place);
        await File.WriteAllTextAsync(Path.Combine(Place, "index.html"), "old");
        var options = new ChartWorkerOptions { Node = "no-such-node" };
        await Assert.ThrowsAsync<ChartException>(() => Write(Small(), options));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(Place, "index.html")), Is.EqualTo("old"));
            Assert.That(Directory.GetDirectories(_root), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task PictureOfAnEarlierPack_IsCopied_AndTheSame()
    {
        await using var workers = new ChartWorkers(new ChartWorkerOptions(), TimeProvider.System);
        var writer = new PackWriter(workers, TextMeasure.Bundled);
        var board = Path.Combine(_root, "board");
        await writer.WriteAsync(Small(), Place);
        var drawnAt = File.GetLastWriteTimeUtc(Path.Combine(Place, "trend-ae-four-hour-sel.png"));
        var images = await writer.WriteAsync(Small() with { Group = Small().Group with { Id = "board", Title = "Board" } }, board);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(Path.Combine(board, "trend-ae-four-hour-sel.png")), Is.EqualTo(File.ReadAllBytes(Path.Combine(Place, "trend-ae-four-hour-sel.png"))));
            Assert.That(File.GetLastWriteTimeUtc(Path.Combine(Place, "trend-ae-four-hour-sel.png")), Is.EqualTo(drawnAt));
            Assert.That(File.ReadAllBytes(Path.Combine(board, "scorecard.png")), Is.Not.EqualTo(File.ReadAllBytes(Path.Combine(Place, "scorecard.png"))), "another title is another picture");
            Assert.That(Directory.GetFiles(board, "*.png"), Has.Length.EqualTo(images));
        });
    }

    [Test]
    public void Page_NeedsNoNetworkAndDescribesItsImages()
    {
        var page = HtmlPage.Write(SomePack.Usual(), 1);
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("<script"));
            Assert.That(page.Split("<img ").Skip(1), Has.All.Match("alt=\"[^\"]{20,}\""));
            Assert.That(page, Does.Contain("<main>").And.Contain("<nav ").And.Contain("class=\"skip\"").And.Contain("lang=\"en-GB\""));
        });
    }

    [Test]
    public void Page_IsAsApproved() => Approved.Match(HtmlPage.Write(Small() with { Notices = ["A&E attendances per day: stale: data to 30 Nov 2018."] }, 1), "html-page");

    private static Pack Small() => SomePack.Usual() with { Sections = [SomePack.Usual().Sections[0]] };

    private async Task Write(Pack pack, ChartWorkerOptions options)
    {
        await using var workers = new ChartWorkers(options, TimeProvider.System);
        await new PackWriter(workers, TextMeasure.Bundled).WriteAsync(pack, Place);
    }
}
