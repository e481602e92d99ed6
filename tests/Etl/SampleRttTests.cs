using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The waiting lists of the sample are as long as those of south east London, and its three RTT feeds tell one story.</summary>
[TestFixture]
public sealed class SampleRttTests
{
    private const string Standing = "(select * from history.RttOpenPathway where SupersededAt is null)";

    private const string Stopped =
        "(select * from history.RttClockStop where SupersededAt is null and PathwayId not in (select RowKey from sample.PlantedFault where Feed = 'rtt_clock_stop'))";

    private static readonly string Returns = System.IO.Path.Combine(SharedSample.Built.Data.DropOf("rtt_return"), "*.csv");

    // Trust, census, pathways, and the shares within 18 weeks that it lies between.
    [TestCase("RJ1", "2017-12-31", 59_700, 0.90, 0.94)]
    [TestCase("RJZ", "2017-12-31", 63_700, 0.86, 0.90)]
    [TestCase("RJ2", "2017-12-31", 35_100, 0.89, 0.93)]
    [TestCase("RJ1", "2018-12-31", 62_600, 0.90, 0.93)]
    [TestCase("RJZ", "2018-12-31", 70_000, 0.84, 0.88)]
    [TestCase("RJ2", "2018-12-31", 37_100, 0.87, 0.91)]
    public void Census_HasTheListAndTheWaitsOfItsTrust(string trust, string census, int pathways, double from, double to)
    {
        var (list, within) = Census($"ProviderCode = '{trust}' and CensusDate = date '{census}'");

        Assert.Multiple(() =>
        {
            Assert.That(list, Is.EqualTo(pathways * SharedSample.Scale).Within(4).Percent);
            Assert.That(within / list, Is.InRange(from, to));
        });
    }

    [Test]
    public void Censuses_AreThirteenMonthEnds_AndTheLastIsTheLongest()
    {
        var censuses = SharedSample.Built.Source.Query<string>(
            $"select cast(CensusDate as varchar) || ' ' || (CensusDate = last_day(CensusDate)) from {Standing} group by CensusDate order by CensusDate");

        Assert.Multiple(() =>
        {
            Assert.That(censuses, Has.Count.EqualTo(13));
            Assert.That(censuses[0], Is.EqualTo("2017-12-31 true"));
            Assert.That(censuses, Has.All.EndsWith("true"));
            Assert.That(
                Census("CensusDate = date '2018-12-31'").List,
                Is.GreaterThan(1.03 * Census("CensusDate = date '2017-12-31'").List));
        });
    }

    [Test]
    public void Waits_HaveTheirUsualPercentiles()
    {
        var weeks = SharedSample.Built.Source.Query<Percentiles>(
            $"""
            select
                quantile_cont(CensusDate - ClockStartDate, 0.5) / 7.0 as Median,
                quantile_cont(CensusDate - ClockStartDate, 0.92) / 7.0 as NinetySecond,
                avg(case when CensusDate - ClockStartDate > 364 then 1.0 else 0 end) as Over52,
                avg(case when HasDecisionToAdmit = 'Y' then 1.0 else 0 end) as Decided
            from {Standing}
            where ClockStartDate > date '1900-01-01' and ClockStartDate <= CensusDate
            """).Single();

        Assert.Multiple(() =>
        {
            Assert.That(weeks.Median, Is.InRange(5.5, 7.2));
            Assert.That(weeks.NinetySecond, Is.InRange(18.5, 21.5));
            Assert.That(weeks.Over52, Is.InRange(0.002, 0.006), "a few hundred in 160,000");
            Assert.That(weeks.Decided, Is.InRange(0.09, 0.25));
        });
    }

    // Those whose operations wait longest, and those who are seen soon.
    [TestCase("110", "330")]
    [TestCase("120", "430")]
    [TestCase("150", "340")]
    public void SurgicalSpecialty_WaitsLongerThanAMedicalOne(string surgical, string medical)
    {
        Assert.That(ShareWithin(surgical), Is.LessThan(ShareWithin(medical) - 0.03));

        static double ShareWithin(string function)
        {
            var (list, within) = Census($"TreatmentFunctionCode = '{function}'");
            return within / list;
        }
    }

    [TestCase(2015)]
    [TestCase(2016)]
    [TestCase(2017)]
    public void Year_StopsAboutSixtyFiveThousandClocksAMonth(int year) => Assert.That(
        Stops($"ClockStopDate >= make_date({year}, 4, 1) and ClockStopDate < make_date({year + 1}, 4, 1)") / 12,
        Is.EqualTo(65_000 * SharedSample.Scale).Within(3).Percent);

    [Test]
    public void Stops_FollowTheWorkingWeekAndTheYear() => Assert.Multiple(() =>
    {
        Assert.That(Stops("extract(isodow from ClockStopDate) >= 6"), Is.LessThan(0.08 * Stops("true")));
        Assert.That(Stops("ClockStopDate = date '2017-12-25'"), Is.LessThan(0.3 * Stops("ClockStopDate = date '2017-12-18'")));
        Assert.That(Stops("extract(month from ClockStopDate) = 12"), Is.LessThan(0.92 * 4 / 3 * Stops("extract(month from ClockStopDate) = 11 and ClockStopDate < date '2018-04-01'")));
        Assert.That(Stops("StopStatus = '30'"), Is.InRange(0.6 * Stops("true"), 0.75 * Stops("true")));
        Assert.That(Stops("IsAdmitted = 'Y'"), Is.InRange(0.15 * Stops("true"), 0.2 * Stops("true")));
    });

    [Test]
    public void PathwaysUnderWayInApril2015_Exist() => Assert.Multiple(() =>
    {
        Assert.That(Stops("ClockStartDate < date '2015-04-01'"), Is.EqualTo(140_000 * SharedSample.Scale).Within(10).Percent);
        Assert.That(Stops("ClockStartDate < date '2014-04-01'"), Is.Positive);
        Assert.That(Stops("ClockStopDate < date '2015-04-01' or ClockStopDate > date '2018-12-31'"), Is.Zero);
    });

    /// <summary>Who was open at a census and is not at the next has a clock stop between them.</summary>
    [Test]
    public void PathwayThatLeavesTheList_HasItsClockStop()
    {
        var unexplained = SharedSample.Built.Source.Scalar<long>(
            $"""
            select count(*)
            from {Standing} as p
            where p.CensusDate = date '2018-06-30'
                and p.PathwayId not in (select RowKey from sample.PlantedFault where Feed = 'rtt_open_pathway')
                and p.PathwayId not in (select n.PathwayId from {Standing} as n where n.CensusDate = date '2018-07-31')
                and p.PathwayId not in (
                    select s.PathwayId
                    from history.RttClockStop as s
                    where s.ClockStopDate > date '2018-06-30' and s.ClockStopDate <= date '2018-08-01')
            """);

        Assert.That(unexplained, Is.Zero);
    }

    [Test]
    public void ReturnFiles_HoldEveryMonthToOctober2018_InTheNationalLayout()
    {
        var file = System.IO.Path.Combine(SharedSample.Built.Data.DropOf("rtt_return"), "rtt_full_extract_2018_19.csv");
        var header = File.ReadLines(file).First().Split(',');

        Assert.Multiple(() =>
        {
            Assert.That(header, Has.Length.EqualTo(69));
            Assert.That(header[..2], Is.EqualTo(["Period", "Provider Parent Org Code"]));
            Assert.That(header[13], Is.EqualTo("Gt 00 To 01 Weeks SUM 1"));
            Assert.That(header[65..], Is.EqualTo(["Gt 52 Weeks SUM 1", "Total", "Patients with unknown clock start date", "Total All"]));
            Assert.That(Returned<long>("count(distinct \"Period\")"), Is.EqualTo(43));
            Assert.That(Returned<long>("count(distinct \"RTT Part Type\")"), Is.EqualTo(5));
            Assert.That(Returned<bool>("bool_and(\"Provider Parent Name\" <> trim(\"Provider Parent Name\"))"), Is.True, "names are padded");
            Assert.That(Returned<long>("count(\"Gt 00 To 01 Weeks SUM 1\") filter (\"RTT Part Type\" = 'Part_3')"), Is.Zero, "new periods have no bands");
        });
    }

    [Test]
    public void TotalRows_EqualTheSumOfTheirFunctions_AndBandsTheirTotal() => Assert.Multiple(() =>
    {
        Assert.That(
            Returned<bool>(
                """
                sum("Total All") filter ("Treatment Function Code" = 'C_999')
                    = sum("Total All") filter ("Treatment Function Code" <> 'C_999')
                """),
            Is.True);
        Assert.That(
            Returned<bool>(
                """
                bool_and(list_sum([*columns('^Gt ')]) = "Total All") filter ("RTT Part Type" <> 'Part_3')
                """),
            Is.True);
    });

    [Test]
    public void Return_ReconcilesWithTheCensus_NotExactly()
    {
        var differences = SharedSample.Built.Source.Query<double>(
            $"""
            with counted as (
                select strftime(CensusDate, 'RTT-%B-%Y') as period, ProviderCode, count(*) as pathways
                from {Standing}
                group by all
            ),

            returned as (
                select "Period", "Provider Org Code", sum("Total All") as pathways
                from read_csv($files)
                where "RTT Part Type" = 'Part_2' and "Treatment Function Code" = 'C_999'
                group by all
            )

            select cast(r.pathways as double) / c.pathways - 1
            from returned as r
            inner join counted as c on c.period = r."Period" and c.ProviderCode = r."Provider Org Code"
            """,
            new { files = Returns });

        Assert.Multiple(() =>
        {
            Assert.That(differences, Has.Count.EqualTo(3 * 11));
            Assert.That(differences, Has.All.InRange(-0.015, 0.005));
            Assert.That(differences, Has.Some.Not.Zero);
        });
    }

    private static T Returned<T>(string what) =>
        SharedSample.Built.Source.Query<T>($"select {what} from read_csv($files)", new { files = Returns }).Single();

    private static double Stops(string condition) =>
        SharedSample.Built.Source.Scalar<long>($"select count(*) from {Stopped} where {condition}");

    private static (double List, double Within) Census(string condition)
    {
        var counted = SharedSample.Built.Source.Query<Counted>(
            $"select count(*) as List, count(*) filter (where CensusDate - ClockStartDate <= 126) as Within from {Standing} where {condition}").Single();
        return (counted.List, counted.Within);
    }

    private sealed record Percentiles(double Median, double NinetySecond, double Over52, double Decided);

    private sealed record Counted(long List, long Within);
}
