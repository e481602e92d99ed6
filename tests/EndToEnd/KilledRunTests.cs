using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// kill -9 at seeded instants of every stage. What readers see is always one whole state, the work file never has a watermark ahead of
/// its rows, and one further refresh ends where a run that was never killed ends. STP_TEST_KILLS asks for more kills.
/// </summary>
[TestFixture]
public sealed partial class KilledRunTests
{
    private const int UsualKills = 8;

    /// <summary>What the run has said last when the kill is due: nothing, or that a stage is over.</summary>
    private static readonly string[] Stages = ["", "extract  ae_attendance", "load     ae_attendance", "load     ae_monthly_return", "test", "score", "publish"];

    private readonly Random _random = new(20181231);

    [Test]
    public async Task KilledAnywhere_IsHealedByTheNextRun()
    {
        using var starts = new Starts();
        var kills = int.TryParse(Environment.GetEnvironmentVariable("STP_TEST_KILLS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : UsualKills;
        var endings = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            // Every fourth is killed while it builds the sample or loads for the first time; the others in a later night.
            var start = (kill % 4) switch { 0 => starts.Empty, 1 => starts.Sample, _ => starts.Night };
            endings.Add(await KillAndHeal(starts, start, Stages[kill % Stages.Length], kill % 4 == 0 ? 2500 : 120));
        }

        TestContext.Out.WriteLine(string.Join('\n', endings));
        Assert.That(endings, Has.Some.Contains("killed"));
    }

    private async Task<string> KillAndHeal(Starts starts, Start start, string stage, int longestDelay)
    {
        using var place = Workplace.CopyOf(start.Place);
        var delay = _random.Next(stage.Length == 0 ? Math.Max(longestDelay, 900) : longestDelay);
        using var run = place.Start("refresh");
        await run.WaitForLine(stage, TimeSpan.FromMinutes(1));
        await Task.Delay(delay);
        run.Kill();
        var wasKilled = run.Result().ExitCode == 137;
        var moment = $"{(wasKilled ? "killed" : "over before the kill")} {delay} ms after '{stage}' from {start.Name}";

        AssertPublishedIsWhole(place, start, moment);
        AssertWatermarkStandsWithItsRows(place, starts, moment);
        if (wasKilled)
        {
            AssertStatusTellsOfTheKill(place, moment);
        }

        var healing = place.Stp("refresh");

        Assert.That(healing.ExitCode, Is.Zero, moment + healing);
        Assert.That(place.FactsInService(), Is.EqualTo(start.After), moment);
        Assert.That(Leftovers(place), Is.Empty, moment);
        Assert.That(place.Data.Publications.Ids(), Is.EquivalentTo(place.Data.Published.Ids()), moment);
        return moment;
    }

    /// <summary>A run whose record says running was killed; one that had written its end, or nothing yet, says what it said.</summary>
    private static void AssertStatusTellsOfTheKill(Workplace place, string moment)
    {
        var written = new RunStore(place.Data.Runs).Last(1).Select(run => run.Outcome).SingleOrDefault();
        var wasRunning = written == RunOutcome.Running;
        var status = place.Stp("status", "--json");
        using var json = JsonDocument.Parse(status.Output);
        var shown = json.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("outcome").GetString()).FirstOrDefault();
        var remedy = json.RootElement.GetProperty("remedy").GetString();

        Assert.That((shown, status.ExitCode), Is.EqualTo(wasRunning ? (RunOutcome.Killed, ExitCode.Failed) : (written, ExitCode.Done)), moment + status);
        Assert.That(remedy, wasRunning ? Does.Contain("Run stp refresh: it goes on") : Is.Null.Or.Contains("run stp refresh"), moment + status);
    }

    private static void AssertPublishedIsWhole(Workplace place, Start start, string moment)
    {
        if (place.InService is null)
        {
            Assert.That(start.Before, Is.Null, moment);
            return;
        }

        Assert.That(place.FactsInService(), Is.EqualTo(start.Before).Or.EqualTo(start.After), moment);
    }

    /// <summary>The state that the watermark stands for is the state of the rows, to the last one.</summary>
    private static void AssertWatermarkStandsWithItsRows(Workplace place, Starts starts, string moment)
    {
        if (!File.Exists(place.Data.WorkFile))
        {
            return;
        }

        using var copy = new CopiedFile(place.Data.WorkFile);
        using var session = WarehouseSession.OpenWritable(copy.Path, CancellationToken.None);
        if (session.Scalar<long>("select count(*) from duckdb_tables() where schema_name = 'ops' and table_name = 'batch'") == 0)
        {
            return;
        }

        var watermark = session.Scalar<DateTime?>("select max(window_end_at) from ops.batch where feed = 'ae_attendance' and outcome = 'loaded'");
        var attendances = session.Scalar<long>("select count(*) from star.fact_ae_attendance");
        Assert.That(attendances, Is.EqualTo(starts.AttendancesAt(watermark)).Or.EqualTo(starts.AttendancesOfOneLoadAt(watermark)), moment);
    }

    private static List<string> Leftovers(Workplace place) =>
    [
        .. Directory.EnumerateFileSystemEntries(place.Data.Root, "*", SearchOption.AllDirectories).Where(path => Leftover().IsMatch(Path.GetFileName(path))),
    ];

    [GeneratedRegex(@"^\.landing-|\.copying|^\.pending-|\.next$|\.building|\.wal$|^\.set-aside-|duckdb_temp|\.unfinished$|\.old$")]
    private static partial Regex Leftover();

    /// <summary>A copy that may be opened as if it were the file: opening the file itself would already heal it.</summary>
    private sealed class CopiedFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("stp-e2e-").FullName;

        public CopiedFile(string file)
        {
            foreach (var part in new[] { file, file + ".wal" }.Where(File.Exists))
            {
                File.Copy(part, System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(part)));
            }

            Path = System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(file));
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a run starts from, and the facts in service before it and after a run that nobody kills.</summary>
    private sealed record Start(string Name, Workplace Place, string? Before, string After);

    private sealed class Starts : IDisposable
    {
        private readonly Workplace _afterNight;
        private readonly long _oneLoad;

        public Starts()
        {
            using var whole = Workplace.OfRefresh();
            var night = Workplace.OfSample();
            Assert.That(night.Stp("refresh", "--as-of", "2018-12-20").ExitCode, Is.Zero);
            _afterNight = Workplace.CopyOf(night);
            Assert.That(_afterNight.Stp("refresh").ExitCode, Is.Zero);
            Empty = new Start("nothing", Workplace.Empty(), null, whole.FactsInService());
            Sample = new Start("the sample", Workplace.OfSample(), null, whole.FactsInService());
            Night = new Start("20 December", night, night.FactsInService(), _afterNight.FactsInService());
            _oneLoad = Count(whole);
        }

        public Start Empty { get; }

        public Start Sample { get; }

        public Start Night { get; }

        /// <summary>Attendances after the nights up to a watermark.</summary>
        public long AttendancesAt(DateTime? watermark) => watermark is null ? 0 : watermark < new DateTime(2019, 1, 1) ? Count(Night.Place) : Count(_afterNight);

        /// <summary>Attendances when one load reached it.</summary>
        public long AttendancesOfOneLoadAt(DateTime? watermark) => watermark == new DateTime(2019, 1, 1) ? _oneLoad : AttendancesAt(watermark);

        public void Dispose()
        {
            Empty.Place.Dispose();
            Sample.Place.Dispose();
            Night.Place.Dispose();
            _afterNight.Dispose();
        }

        private static long Count(Workplace place) => place.Query<long>("select count(*) from star.fact_ae_attendance")[0];
    }
}
