using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class PlanHistoryTests
{
    private static PlanInForce InForce(PlanHistory plans, string lastDay, string asOf = "2018-12-31") =>
        plans.At(Given.Share.Id, Level.Provider, "RJZ", Given.Day(lastDay), Given.Day(asOf));

    [Test]
    public void NothingPlanned_NothingIsInForce()
    {
        var inForce = InForce(Given.Plans("id | date"), "2018-03-31");

        Assert.That(inForce, Is.EqualTo(PlanInForce.None));
    }

    [TestCase("RJZ", Level.Provider, "four_hour", true)]
    [TestCase("RJ1", Level.Provider, "four_hour", false, Description = "another organisation")]
    [TestCase("RJZ", Level.Ccg, "four_hour", false, Description = "another level")]
    [TestCase("RJZ", Level.Provider, "other", false, Description = "another KPI")]
    public void Change_CountsForItsOwnKpiLevelAndOrganisation(string organisation, Level level, string kpi, bool counts)
    {
        var plans = Given.Plans("""
            kind     | value
            standard | 0.95
            """);

        var inForce = plans.At(kpi, level, organisation, Given.Day("2018-03-31"), Given.Day("2018-12-31"));

        Assert.That(inForce.Standard?.Value, Is.EqualTo(counts ? 0.95m : null));
    }

    [Test]
    public void ChangeWithoutApproval_DoesNotCount()
    {
        var plans = Given.Plans("""
            id | kind   | value | approved | from
            C1 | target | 0.95  | Board    | 2016-04-01
            C2 | target | 0.90  | -        | 2017-04-01
            """);

        Assert.That(InForce(plans, "2018-03-31").Target?.ChangeId, Is.EqualTo("C1"));
    }

    [TestCase("2017-06-29", "C1", Description = "the day before it was recorded")]
    [TestCase("2017-06-30", "C2", Description = "the day it was recorded")]
    public void ChangeRecordedAfterTheAsOfDate_DoesNotCount(string asOf, string expected)
    {
        var plans = Given.Plans("""
            id | kind   | value | from       | recorded
            C1 | target | 0.95  | 2016-04-01 | 2016-03-01
            C2 | target | 0.90  | 2016-04-01 | 2017-06-30
            """);

        Assert.That(InForce(plans, "2016-12-31", asOf).Target?.ChangeId, Is.EqualTo(expected));
    }

    [TestCase("2017-03-30", "C1", Description = "the day before it takes effect")]
    [TestCase("2017-03-31", "C2", Description = "the day it takes effect")]
    [TestCase("2020-01-31", "C2")]
    public void LatestChangeInEffect_IsInForce(string lastDay, string expected)
    {
        var plans = Given.Plans("""
            id | kind   | value | from
            C2 | target | 0.90  | 2017-03-31
            C1 | target | 0.95  | 2016-04-01
            """);

        Assert.That(InForce(plans, lastDay).Target?.ChangeId, Is.EqualTo(expected));
    }

    [Test]
    public void ChangesInEffectFromOneDay_LaterRecordedIsInForce()
    {
        var plans = Given.Plans("""
            id | kind     | value | recorded
            C2 | standard | 0.90  | 2016-03-02
            C1 | standard | 0.95  | 2016-03-01
            """);

        Assert.That(InForce(plans, "2018-03-31").Standard?.ChangeId, Is.EqualTo("C2"));
    }

    [Test]
    public void ChangesRecordedOnOneDay_LaterLineIsInForce()
    {
        var plans = Given.Plans("""
            id | kind     | value
            C2 | standard | 0.90
            C1 | standard | 0.95
            """);

        Assert.That(InForce(plans, "2018-03-31").Standard?.ChangeId, Is.EqualTo("C1"));
    }

    [Test]
    public void ValueToBeAgreed_IsInForceWithoutANumberAndKeepsItsWords()
    {
        var plans = Given.Plans("""
            id | kind   | value | from       | date
            C1 | target | 0.95  | 2016-04-01 | 2021-03-31
            C2 | target | TBC   | 2017-04-01 | 2021-03-31
            """);

        Assert.That(InForce(plans, "2018-03-31").Target, Is.EqualTo(new PlanValue(null, "TBC", Given.Day("2021-03-31"), "C2")));
    }

    [TestCase("2015-06-30", "C1", Description = "before any is in force the earliest holds")]
    [TestCase("2016-06-30", "C1")]
    [TestCase("2018-06-30", "C3")]
    public void Baseline_HoldsForEarlierPeriodsToo(string lastDay, string expected)
    {
        var plans = Given.Plans("""
            id | kind     | value | from
            C3 | baseline | 0.89  | 2018-04-01
            C1 | baseline | 0.88  | 2016-04-01
            """);

        Assert.That(InForce(plans, lastDay).Baseline?.ChangeId, Is.EqualTo(expected));
    }

    [Test]
    public void EarliestBaselineCorrectedOnRecord_HoldsInItsCorrection()
    {
        var plans = Given.Plans("""
            id | kind     | value | from       | recorded
            C1 | baseline | 0.88  | 2016-04-01 | 2016-03-01
            C2 | baseline | 0.87  | 2016-04-01 | 2016-09-01
            """);

        Assert.That(InForce(plans, "2015-06-30").Baseline?.Value, Is.EqualTo(0.87m));
    }

    [Test]
    public void Begins_IsTheFirstDayThatAnythingButAToleranceIsPlannedFor()
    {
        var plans = Given.Plans("""
            kind      | value | from
            target    | 0.95  | 2016-10-21
            tolerance | 0.01  | 2016-04-01
            """);

        var begins = plans.For(Given.Share.Id, Level.Provider, "RJZ", Given.Day("2018-12-31")).Begins;

        Assert.That(begins, Is.EqualTo(Given.Day("2016-10-21")));
    }
}
