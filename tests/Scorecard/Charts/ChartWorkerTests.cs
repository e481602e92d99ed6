using System.Diagnostics;
using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;
using Stp.Tests.Scorecard.Packs;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class ChartWorkerTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    private static readonly Drawing Square =
        new(DrawingForm.Svg, """<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text y="8" font-size="8">G</text></svg>""", 10, 10);

    private string _directory = string.Empty;
    private ChartWorker _worker = null!;

    [SetUp]
    public void Start()
    {
        _directory = Directory.CreateTempSubdirectory("stp-charts-").FullName;
        _worker = new ChartWorker(new ChartWorkerOptions(), TimeProvider.System);
    }

    [TearDown]
    public async Task Stop()
    {
        await _worker.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task Option_BecomesSvgWithItsFontAndPngOfTwiceItsSize()
    {
        var request = Request("trend", TrendChart.Draw(SomePack.FourHourTrend(), TextMeasure.Bundled));
        await _worker.DrawAsync(request);

        var svg = await File.ReadAllTextAsync(request.SvgPath!);
        var png = await File.ReadAllBytesAsync(request.PngPath!);
        Assert.Multiple(() =>
        {
            Assert.That(svg, Does.Contain("@font-face").And.Contain("December 2018"));
            Assert.That(png[..4], Is.EqualTo(PngSignature));
            Assert.That((png[18] * 256) + png[19], Is.EqualTo(1920), "width of the PNG");
        });
    }

    [Test]
    public async Task SameChartTwice_GivesTheSameBytes()
    {
        var drawing = TrendChart.Draw(SomePack.FourHourTrend(), TextMeasure.Bundled);
        await _worker.DrawAsync(Request("first", drawing));
        await _worker.DrawAsync(Request("second", drawing));

        Assert.Multiple(() =>
        {
            Assert.That(Bytes("second.svg"), Is.EqualTo(Bytes("first.svg")));
            Assert.That(Bytes("second.png"), Is.EqualTo(Bytes("first.png")));
        });
    }

    [Test]
    public async Task ChartThatCannotBeDrawn_IsNamedAndTheNextOneIsDrawnByTheSameProcess()
    {
        await _worker.DrawAsync(Request("good", Square));
        var process = _worker.ProcessId;
        var exception = await Assert.ThrowsAsync<ChartException>(() => _worker.DrawAsync(Request("broken", Square with { Text = "<svg" })));
        await _worker.DrawAsync(Request("after", Square));

        Assert.Multiple(() =>
        {
            Assert.That(exception!.Message, Does.StartWith("Chart broken: "));
            Assert.That(_worker.ProcessId, Is.EqualTo(process));
            Assert.That(Path.Combine(_directory, "after.png"), Does.Exist);
        });
    }

    [Test]
    public async Task KilledProcess_IsReplacedAndTheChartDrawn()
    {
        await _worker.DrawAsync(Request("before", Square));
        var killed = _worker.ProcessId!.Value;
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await _worker.DrawAsync(Request("after", Square));

        Assert.Multiple(() =>
        {
            Assert.That(Path.Combine(_directory, "after.svg"), Does.Exist);
            Assert.That(_worker.ProcessId, Is.Not.EqualTo(killed));
        });
    }

    [Test]
    public async Task ProcessThatNeverAnswers_FailsWithTheChartsNameAndLeavesNoProcess()
    {
        await using var worker = WithScript("setInterval(() => {}, 1000);", TimeSpan.FromSeconds(0.7));
        var exception = await Assert.ThrowsAsync<ChartException>(() => worker.DrawAsync(Request("slow", Square)));
        Assert.Multiple(() =>
        {
            Assert.That(exception!.Message, Is.EqualTo("Chart slow: not drawn within 0.7 seconds. Tried 2 times."));
            Assert.That(worker.ProcessId, Is.Null);
        });
    }

    [Test]
    public async Task ProcessThatDiesTwice_FailsWithTheChartsNameAndItsLastWords()
    {
        await using var worker = WithScript("console.error('out of paper'); process.exit(3);", TimeSpan.FromSeconds(20));
        var exception = await Assert.ThrowsAsync<ChartException>(() => worker.DrawAsync(Request("lost", Square)));
        Assert.That(exception!.Message, Does.StartWith("Chart lost: the process that draws charts ended."));
    }

    [Test]
    public async Task OverlappingCharts_AreAllDrawn()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _worker.DrawAsync(Request($"chart{i}", Square))));
        Assert.That(Directory.GetFiles(_directory, "*.png"), Has.Length.EqualTo(8));
    }

    [Test]
    public async Task DisposedWorker_HasEndedItsProcess()
    {
        await _worker.DrawAsync(Request("last", Square));
        var id = _worker.ProcessId!.Value;
        await _worker.DisposeAsync();
        Assert.That(() => Process.GetProcessById(id), Throws.ArgumentException);
        _worker = new ChartWorker(new ChartWorkerOptions(), TimeProvider.System);
    }

    [Test]
    public async Task MissingNode_SaysWhatToInstall()
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions { Node = "no-such-node" }, TimeProvider.System);
        var exception = await Assert.ThrowsAsync<ChartException>(() => worker.DrawAsync(Request("any", Square)));
        Assert.That(exception!.Message, Does.Contain("not found as 'no-such-node'").And.Contain("Install Node.js 20 or later"));
    }

    [Test]
    public async Task OldNode_IsRefusedWithItsVersion()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The stand-in for an old Node.js is a shell script.");
            return;
        }

        var old = Path.Combine(_directory, "node");
        await File.WriteAllTextAsync(old, "#!/bin/sh\necho v16.20.0\n");
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await using var worker = new ChartWorker(new ChartWorkerOptions { Node = old }, TimeProvider.System);
        var exception = await Assert.ThrowsAsync<ChartException>(() => worker.DrawAsync(Request("any", Square)));
        Assert.That(exception!.Message, Does.Contain("says 'v16.20.0'"));
    }

    private ChartWorker WithScript(string script, TimeSpan timeout)
    {
        var file = Path.Combine(_directory, "worker.mjs");
        File.WriteAllText(file, script);
        return new ChartWorker(new ChartWorkerOptions { Script = file, Timeout = timeout }, TimeProvider.System);
    }

    private ChartRequest Request(string name, Drawing drawing) =>
        new(name, drawing, Path.Combine(_directory, name + ".svg"), Path.Combine(_directory, name + ".png"));

    private byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(_directory, file));
}
