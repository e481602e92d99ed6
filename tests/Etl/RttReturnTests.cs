using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The published RTT return in both of its layouts, on the whole road into the warehouse.</summary>
[TestFixture]
public sealed class RttReturnTests
{
    private const string Loaded =
        """
        select p.ods_code, c.ods_code, month_date, part_code, specialty_code, band, pathways
        from star.fact_rtt_return
        inner join star.dim_organisation as p on p.organisation_key = provider_key
        inner join star.dim_organisation as c on c.organisation_key = commissioner_key
        inner join star.dim_rtt_part using (part_key)
        inner join star.dim_specialty using (specialty_key)
        order by all
        """;

    private static readonly DateOnly AsOf = new(2018, 12, 31);

    private TempFolder _folder = null!;
    private FeedRoad _road = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        var limitless = Repository.Config with
        {
            Feeds = [.. Repository.Config.Feeds.Select(feed => feed with { RejectLimit = new Stp.Etl.Feeds.RejectLimit(1) })],
        };
        _road = new FeedRoad(new DataFolder(_folder.Path)) { Config = limitless };
    }

    [TearDown]
    public void Remove()
    {
        _road.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void RestatedReturn_ReplacesWhatItsProviderReturnedForTheMonth()
    {
        Drop("a.csv", bands: 52, [
            Line("RJ1", "08Q", "Part_2", "C_110", new() { [0] = "5", [17] = "2" }, "", "7"),
            Line("RJ1", "08K", "Part_2", "C_110", new() { [3] = "6" }, "", "6"),
            Line("RJZ", "08Q", "Part_2", "C_110", new() { [0] = "4" }, "", "4"),
        ]);
        Run();
        Drop("b.csv", bands: 52, [
            Line("RJ1", "08Q", "Part_2", "C_110", new() { [1] = "5", [17] = "2" }, "", "7"),
            Line("RJ1", "08K", "Part_2", "C_110", new() { [3] = "6" }, "", "6"),
        ]);
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Deleted, Is.EqualTo(1), "the week that became empty");
            Assert.That(_road.Warehouse.Rows("select sum(pathways) from star.fact_rtt_return"), Is.EqualTo(["17"]), "nobody twice, and the other provider as it was");
        });
    }

    [Test]
    public void Bands_BecomeRows_WithoutZerosAndTotals()
    {
        Drop("a.csv", bands: 52, [
            Line("RJ1", "08Q", "Part_2", "C_110", new() { [0] = "5", [17] = "2", [52] = "1" }, "", "8"),
            Line("RJ1 ", "08q", "Part_1B", "X01", new() { [18] = "3" }, "1", "4"),
            Line("RJ1", "08Q", "Part_2", "C_999", new() { [0] = "5", [17] = "2", [52] = "1" }, "", "8"),
            "RTT-October-2018,RJ1,08Q,Part_3,C_110," + new string(',', 53) + ",9",
        ]);
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Rejected), Is.EqualTo(((string?)null, 0L)));
            Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([
                "RJ1 | 08Q | 2018-10-01 | PART_1B | X01 | -1 | 1", "RJ1 | 08Q | 2018-10-01 | PART_1B | X01 | 18 | 3",
                "RJ1 | 08Q | 2018-10-01 | PART_2 | 110 | 0 | 5", "RJ1 | 08Q | 2018-10-01 | PART_2 | 110 | 17 | 2",
                "RJ1 | 08Q | 2018-10-01 | PART_2 | 110 | 52 | 1", "RJ1 | 08Q | 2018-10-01 | PART_3 | 110 | -1 | 9",
            ]));
        });
    }

    [Test]
    public void BandsAbove52Weeks_AreAddedUp()
    {
        Drop("a.csv", bands: 104, [Line("RJ1", "08Q", "Part_2", "C_110", new() { [51] = "4", [52] = "3", [80] = "2", [104] = "1" }, "", "10", 104)]);
        Run();

        Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([
            "RJ1 | 08Q | 2018-10-01 | PART_2 | 110 | 51 | 4", "RJ1 | 08Q | 2018-10-01 | PART_2 | 110 | 52 | 6",
        ]));
    }

    [TestCase(52)]
    [TestCase(104)]
    public void FigureThatIsNoNumber_IsARejectOfItsBand(int bands)
    {
        Drop("a.csv", bands, [Line("RJ1", "08Q", "Part_2", "C_110", new() { [3] = "7", [52] = "*" }, "", "8", bands)]);
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Rejected, outcome.Inserted), Is.EqualTo((1L, 1L)));
            Assert.That(_road.Warehouse.Rows("select column_name, rule from ops.reject"), Is.EqualTo(["pathways | required"]));
        });
    }

    [Test]
    public void MonthThatIsNone_IsAReject()
    {
        Drop("a.csv", bands: 52, [Line("RJ1", "08Q", "Part_2", "C_110", new() { [3] = "7" }, "", "7").Replace("October", "Brumaire", StringComparison.Ordinal)]);
        Run();

        Assert.That(
            _road.Warehouse.Rows("select column_name, rule, rejected_value from ops.reject"),
            Is.EqualTo(["period_date | type | RTT-Brumaire-2018"]));
    }

    [Test]
    public void CorrectedFile_ReplacesWhatItCorrects()
    {
        Drop("a.csv", bands: 52, [Line("RJ1", "08Q", "Part_2", "C_110", new() { [0] = "5", [17] = "2" }, "", "7")]);
        Run();
        Drop("b.csv", bands: 52, [Line("RJ1", "08Q", "Part_2", "C_110", new() { [0] = "6", [17] = "2" }, "", "8")]);
        var outcome = Run();

        Assert.That((outcome.Updated, outcome.Inserted, outcome.Unchanged), Is.EqualTo((1L, 0L, 1L)));
    }

    /// <summary>As published by NHS England for Dorset County Hospital: the total row says 21,702 incomplete pathways.</summary>
    [Test]
    public void PublishedReturn_GivesThePublishedFigures()
    {
        Directory.CreateDirectory(_folder["drop/rtt_return"]);
        File.Copy(Repository.Shared("data/rtt_full_extract_2024-11_RBD.csv"), _folder["drop/rtt_return/november_2024.csv"]);
        var outcome = _road.Run("rtt_return", new DateOnly(2024, 12, 31));
        Assert.That((outcome.Failure, outcome.Rejected), Is.EqualTo(((string?)null, 0L)));

        Assert.Multiple(() =>
        {
            Assert.That(
                _road.Warehouse.Rows("select part_code, sum(pathways) from star.fact_rtt_return inner join star.dim_rtt_part using (part_key) group by 1 order by 1"),
                Is.EqualTo(Published("cast(sum(\"Total All\") as bigint)", "\"Treatment Function Code\" = 'C_999'")));
            Assert.That(
                _road.Warehouse.Rows("select sum(pathways) from star.fact_rtt_return inner join star.dim_rtt_part using (part_key) where part_code = 'PART_2'"),
                Is.EqualTo(["21702"]));
            Assert.That(
                _road.Warehouse.Rows("select part_code, sum(pathways) from star.fact_rtt_return inner join star.dim_rtt_part using (part_key) where band = 52 group by 1 order by 1"),
                Is.EqualTo(Published(
                    "cast(sum(list_sum([*columns('Gt (5[2-9]|[6-9][0-9]|10[0-9]) ')])) as bigint)",
                    "\"Treatment Function Code\" = 'C_999' and \"RTT Part Type\" <> 'Part_3'")));
            Assert.That(_road.Warehouse.Rows("select distinct band from star.fact_rtt_return where band not between -1 and 52"), Is.Empty);
            Assert.That(_road.Warehouse.Rows("select count(*) from star.fact_rtt_return where specialty_key = 0"), Is.EqualTo(["0"]), "every treatment function is known");
        });

        IReadOnlyList<string> Published(string what, string where) => _road.Warehouse.Session.Query<string>(
            $"""
            select upper("RTT Part Type") || ' | ' || {what}
            from read_csv($file)
            where {where}
            group by "RTT Part Type"
            order by 1
            """,
            new { file = _folder["drop/rtt_return/november_2024.csv"] });
    }

    private FeedOutcome Run() => _road.Run("rtt_return", AsOf);

    private void Drop(string name, int bands, string[] lines)
    {
        var headings = Enumerable.Range(0, bands).Select(week => $"Gt {week:00} To {week + 1:00} Weeks SUM 1").Append($"Gt {bands} Weeks SUM 1");
        var header = "Period,Provider Org Code,Commissioner Org Code,RTT Part Type,Treatment Function Code," + string.Join(',', headings)
            + ",Patients with unknown clock start date,Total All";
        Directory.CreateDirectory(_folder["drop/rtt_return"]);
        File.WriteAllLines(_folder[$"drop/rtt_return/{name}"], lines.Prepend(header));
    }

    private static string Line(
        string provider, string commissioner, string part, string function, Dictionary<int, string> weeks, string unknownStart, string all, int bands = 52) =>
        $"RTT-October-2018,{provider},{commissioner},{part},{function},"
        + string.Join(',', Enumerable.Range(0, bands + 1).Select(week => weeks.GetValueOrDefault(week, "0"))) + $",{unknownStart},{all}";
}
