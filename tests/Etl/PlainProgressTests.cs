using Stp.Etl.Runs;
using Stp.Etl.Terminal;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

[TestFixture]
public sealed class PlainProgressTests
{
    private readonly TestTimeProvider _time = new();

    [Test]
    public void Progress_IsALineNowAndThen_AndOneAtTheEnd()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new PlainProgress(output, _time);
        progress.Started(Stage.Extract, "visit");
        Advance(1, 1_000);
        Advance(4, 50_000);
        Advance(1, 60_000);
        Advance(5, 120_000);
        progress.Finished(Stage.Extract, "visit", TimeSpan.FromSeconds(11.04), "130,000 rows");
        progress.Finished(Stage.Score, null, TimeSpan.FromSeconds(0.25), "12 KPI values");
        progress.Warned("visit: down");

        Assert.That(output.ToString(), Is.EqualTo(
            """
            extract  visit: 50,000 rows so far, 10,000 a second
            extract  visit: 120,000 rows so far, 10,909 a second
            extract  visit: 130,000 rows in 11.0 s
            score    12 KPI values in 0.3 s
            warning: visit: down

            """));

        void Advance(int seconds, long rows)
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            progress.Advanced(Stage.Extract, "visit", rows);
        }
    }

    [Test]
    public void StageClock_TimesAStage_AndTellsOfIt()
    {
        var progress = new CollectingProgress();
        var clock = new StageClock(_time, progress);
        clock.Time(Stage.Load, "visit", () => { _time.Advance(TimeSpan.FromSeconds(1.2341)); return 5L; }, rows => ($"{rows} new", rows));

        Assert.That(clock.Stages, Is.EqualTo([new StageRecord("load", "visit", 1.234, 5)]));
        Assert.That(progress.Finishes, Is.EqualTo(["load visit: 5 new"]));
    }
}
