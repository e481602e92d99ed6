using Stp.Scorecard.Groups;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard.Packs;

[TestFixture]
public sealed class PackBuilderTests
{
    private const string Plan =
        """
        id | kind       | level       | org | date       | value | from       | recorded
        B1 | baseline   | partnership | SEL | 2016-03-31 | 0.88  |            |
        T1 | trajectory | partnership | SEL | 2016-03-31 | 0.88  |            |
        T1 | trajectory | partnership | SEL | 2021-03-31 | 0.98  |            |
        T2 | trajectory | partnership | SEL | 2016-03-31 | 0.88  | 2018-04-01 | 2018-03-01
        T2 | trajectory | partnership | SEL | 2021-03-31 | 0.95  | 2018-04-01 | 2018-03-01
        G1 | target     | partnership | SEL | 2021-03-31 | TBC   |            |
        """;

    private static readonly Group Group = new("urgent_care", "Urgent care", "Lead", [Given.Share.Id], Group.AllCharts);

    [Test]
    public void WholeMonth_IsShownWithItsPlanAndStatus()
    {
        var row = Built("2018-12-31", Given.Fresh("2018-12-31")).Sections[0].Row;
        Assert.Multiple(() =>
        {
            Assert.That(row.Latest, Is.EqualTo("80.0%"));
            Assert.That(row.LatestMonth, Is.Empty);
            Assert.That(row.Baseline, Is.EqualTo("88.0%"));
            Assert.That(row.Target, Is.EqualTo("TBC"));
            Assert.That(row.Plan, Is.EqualTo("91.9%"));
            Assert.That(row.Variance, Is.EqualTo("−11.9 pts"));
            Assert.That(row.Status, Is.EqualTo(RagStatus.Red));
            Assert.That(row.YearToDate, Is.EqualTo("80.0%"));
            Assert.That(row.DataNote, Is.EqualTo("to 31 Dec 2018; plan changed Apr 2018"));
            Assert.That(row.NeedsCare, Is.False);
            Assert.That(row.Organisations, Is.EqualTo(new[] { new OrganisationStatus("RJZ", "King's", "80.0%", RagStatus.Grey) }));
        });
    }

    [Test]
    public void StaleMonth_ShowsTheLastValueWithItsMonthInGrey()
    {
        var pack = Built("2018-12-31", Given.Stale("2018-11-30"), to: "2018-11");
        var row = pack.Sections[0].Row;
        Assert.Multiple(() =>
        {
            Assert.That(row.Latest, Is.EqualTo("80.0%"));
            Assert.That(row.LatestMonth, Is.EqualTo("Nov 2018"));
            Assert.That(row.Status, Is.EqualTo(RagStatus.Grey));
            Assert.That(row.DataNote, Does.StartWith("stale: data to 30 Nov 2018"));
            Assert.That(row.NeedsCare, Is.True);
            Assert.That(pack.Notices, Has.Count.EqualTo(1).And.Some.StartsWith("Seen within four hours: stale: data to 30 Nov 2018"));
        });
    }

    [Test]
    public void NoData_StaysWithItsReason()
    {
        var sources = Sources([], Given.Fresh("2018-12-31"), "2018-12-31");
        var section = PackBuilder.Build(sources, Group, Given.Month("2018-12")).Sections[0];
        Assert.Multiple(() =>
        {
            Assert.That(section.Row.Latest, Is.EqualTo("–"));
            Assert.That(section.Row.Reason, Is.Not.Empty);
            Assert.That(section.Row.Status, Is.EqualTo(RagStatus.Grey));
            Assert.That(section.Members, Is.Empty);
            Assert.That(section.Row.Trend.Latest, Is.Null);
        });
    }

    [Test]
    public void ChangedPlan_KeepsTheOneFirstAgreed()
    {
        var trend = Built("2018-12-31", Given.Fresh("2018-12-31")).Sections[0].Row.Trend;
        Assert.Multiple(() =>
        {
            Assert.That(trend.TrajectoryLabel, Is.EqualTo("Trajectory: 95.0%"));
            Assert.That(trend.FirstTrajectoryLabel, Is.EqualTo("As first agreed: 98.0%"));
            Assert.That(trend.Baseline!.Label, Is.EqualTo("Baseline 2015/16: 88.0%"));
            Assert.That(trend.Note, Does.Contain("changed from April 2018 on"));
            Assert.That(trend.Months.Single(month => month.StartsNewPlan).Month, Is.EqualTo(Given.Month("2018-04")));
            Assert.That(trend.Months.First(month => month.FirstTrajectory is not null).Month, Is.EqualTo(Given.Month("2018-03")));
        });
    }

    [Test]
    public void EarlierMonth_KnowsNothingOfLaterFigures()
    {
        var sources = Sources(Given.EachMonth("2017-01", "2018-12", 80, 100), Given.Fresh("2018-12-31"), "2018-12-31");
        var trend = PackBuilder.Build(sources, Group, Given.Month("2018-06")).Sections[0].Row.Trend;
        Assert.That(trend.Latest!.Month, Is.EqualTo(Given.Month("2018-06")));
    }

    [Test]
    public void Trend_HasEveryMonthOfThePlanPeriodOnce()
    {
        var trend = Built("2018-12-31", Given.Fresh("2018-12-31")).Sections[0].Row.Trend;
        Assert.That(trend.Months.Select(month => month.Month), Is.EqualTo(ReportingMonth.Range(SomePack.PlanMonths.From, SomePack.PlanMonths.To)));
    }

    [TestCase(GroupCharts.Partnership, true, 0, 0)]
    [TestCase(GroupCharts.ByOrganisation, false, 1, 0)]
    [TestCase(GroupCharts.EachOrganisation, false, 0, 1)]
    public void Charts_AreThoseThatTheGroupWants(GroupCharts wanted, bool own, int compared, int members)
    {
        var sources = Sources(Given.EachMonth("2017-01", "2018-12", 80, 100), Given.Fresh("2018-12-31"), "2018-12-31");
        var section = PackBuilder.Build(sources, Group with { Charts = [wanted] }, Given.Month("2018-12")).Sections[0];

        Assert.Multiple(() =>
        {
            Assert.That((section.Own is not null, section.Compared.Count, section.Members.Count), Is.EqualTo((own, compared, members)));
            Assert.That(section.Row.Trend.Latest, Is.Not.Null, "the sparkline is there all the same");
            Assert.That(section.Row.Organisations, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Source_NamesFeedsByTheirTitlesAndThePublication()
    {
        var pack = Built("2018-12-31", Given.Fresh("2018-12-31"));
        Assert.Multiple(() =>
        {
            Assert.That(pack.Source, Is.EqualTo("Source: A&E attendances · definitions: version 1 · publication P1 · Stp 0.1.0"));
            Assert.That(pack.Dates, Is.EqualTo("December 2018 · data as at 31 December 2018, published 1 January 2019 06:12"));
        });
    }

    private static Pack Built(string asOf, FeedState feed, string to = "2018-12") =>
        PackBuilder.Build(Sources(Given.EachMonth("2017-01", to, 80, 100), feed, asOf), Group, Given.Month("2018-12"));

    private static PackSources Sources(IReadOnlyList<MeasureValue> measures, FeedState feed, string asOf)
    {
        var evaluated = Evaluated.From(measures, Given.Share, Plan, asOf, feed, SomePack.PlanMonths.From.ToString());
        return new PackSources(
            Given.Partnership,
            Given.Organisations,
            [Given.Share],
            new KpiValueIndex(evaluated.All),
            Given.Plans(Plan),
            SomePack.PlanMonths,
            new Dictionary<string, string> { ["attendances"] = "A&E attendances" },
            new PublicationStamp("P1", new DateTime(2019, 1, 1, 6, 12, 0), Given.Day(asOf), "0.1.0"));
    }
}
