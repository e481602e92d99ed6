using System.Text.Json;
using Stp.Etl;
using Stp.Tests.Support;

namespace Stp.Tests.EndToEnd;

/// <summary>Ctrl-C and a stopping service end a run in order, before it publishes, and the next run goes on.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "Windows has no such signals.")]
public sealed class InterruptedRunTests
{
    [TestCase(StpProcess.Interrupt, "", 400)]
    [TestCase(StpProcess.Terminate, "", 100)]
    [TestCase(StpProcess.Interrupt, "sample", 30)]
    [TestCase(StpProcess.Terminate, "extract  ae_attendance", 20)]
    public async Task SignalledRun_EndsUnpublishedAndTheNextGoesOn(int signal, string afterStage, int delay)
    {
        using var place = Workplace.Empty();
        using var run = place.Start("refresh");
        await run.WaitForLine(afterStage, TimeSpan.FromMinutes(1));
        await WaitForRecord(place);
        await Task.Delay(delay);
        run.Signal(signal);
        var result = run.Result();

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted), result.ToString());
            Assert.That(result.Error, Does.Contain("Interrupted").And.Not.Contain("   at "));
            Assert.That(Outcome(place), Is.EqualTo("interrupted"));
            Assert.That(result.Output, Does.Not.Contain("\npublish "), "no stage after the one that the signal met");
            Assert.That(place.InService, Is.Null);
        });

        using var whole = Workplace.OfRefresh();
        var next = place.Stp("refresh");
        Assert.Multiple(() =>
        {
            Assert.That(next.ExitCode, Is.Zero, next.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(whole.FactsInService()));
        });
    }

    /// <summary>The query would take hours: that the process ends at all is the signal's doing.</summary>
    [Test]
    public async Task LongQuery_IsStopped()
    {
        using var place = Workplace.OfRefresh();
        using var query = place.Start("query", "select count(*) from range(1000000) as a, range(1000000) as b where a.range * b.range % 7 = 3");
        await Task.Delay(2000);
        query.Signal(StpProcess.Interrupt);
        var result = query.Result();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted), result.ToString());
    }

    /// <summary>From its record on, a run answers for itself; before, the operating system ends it.</summary>
    private static async Task WaitForRecord(Workplace place)
    {
        while (!Directory.Exists(place.Data.Runs) || Directory.GetFiles(place.Data.Runs, "*.json").Length == 0)
        {
            await Task.Delay(5);
        }
    }

    private static string? Outcome(Workplace place)
    {
        var record = Directory.GetFiles(place.Data.Runs, "*.json").Order(StringComparer.Ordinal).Last();
        using var json = JsonDocument.Parse(File.ReadAllText(record));
        return json.RootElement.GetProperty("outcome").GetString();
    }
}
