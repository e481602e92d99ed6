using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The record of a publication says what the publication was computed from.</summary>
[TestFixture]
public sealed class PublishStageTests
{
    [Test]
    public void Record_HoldsConfigAsItWasRead_AndTheInstantThatTheWarehouseHolds()
    {
        using var config = new BrokenConfig();
        using var data = new TempFolder();
        using var warehouse = WarehouseFixture.OfProgram();
        config.Write("kpis/.ae_four_hour.yaml.swp", "half a line");
        var asRead = config.ReadText("kpis/ae_four_hour.yaml");
        var clock = new TestTimeProvider();
        var run = new RunContext("r1", config.Read(), new DataFolder(data.Path), new DateOnly(2018, 12, 31), false, [], clock);
        new ScoreStage(run, warehouse.Session).Score([], "fingerprint");
        config.Replace("kpis/ae_four_hour.yaml", "title: ", "title: New ");
        clock.Advance(TimeSpan.FromMinutes(3));

        new PublishStage(run).WriteRecord(warehouse.Session);
        run.Data.Publications.Confirm("r1");

        var record = run.Data.Publications.PathOf("r1");
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(record, "config", "kpis", "ae_four_hour.yaml")), Is.EqualTo(asRead));
            Assert.That(File.Exists(Path.Combine(record, "config", "plans", "changes.csv")));
            Assert.That(File.Exists(Path.Combine(record, "config", "measures", "ae_attendances.sql")));
            Assert.That(Directory.GetFiles(Path.Combine(record, "config"), ".*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(File.ReadAllText(Path.Combine(record, "publication.yaml")), Does.Contain("published_at: 2019-01-02 03:04:05\n"));
        });
    }
}
