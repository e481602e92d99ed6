using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Plans;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class HeadlineTests
{
    private static string Title(KpiDefinition kpi, KpiValue value, Movement? movement = null) =>
        Headline.ForChart(kpi, Given.Organisation(value.Organisation), value, movement ?? Movement.None);

    private static Movement Run(string since, bool isRising) => new(0.01m, Given.Month(since), isRising);

    [Test]
    public void ValueShortOfPlanAndARun_SaysAllThree()
    {
        var value = Scored.Value(Given.Share, 0.761m, 0.843m, "RJZ");

        Assert.That(
            Title(Given.Share, value, Run("2018-10", false)),
            Is.EqualTo("King's: 76.1%, 8.2 points short of plan, worsening since October"));
    }

    [TestCase(0.864, "86.4%, 2.1 points better than plan")]
    [TestCase(0.843, "84.3%, on plan")]
    [TestCase(0.84301, "84.3%, on plan")]
    [TestCase(0.84299, "84.3%, just short of plan")]
    [TestCase(0.833, "83.3%, 1.0 point short of plan")]
    public void DistanceOfAKpiToBeRaised_IsSaidByItsSide(decimal value, string expected) =>
        Assert.That(Title(Given.Share, Scored.Value(Given.Share, value, 0.843m)), Is.EqualTo($"South east London: {expected}"));

    [TestCase(2214, "2,214 a day, 64 a day above plan")]
    [TestCase(2150.2, "2,150 a day, just above plan")]
    [TestCase(2150, "2,150 a day, on plan")]
    [TestCase(2100, "2,100 a day, 50 a day better than plan")]
    public void DistanceOfAKpiToBeLowered_IsSaidByItsSide(decimal value, string expected) =>
        Assert.That(Title(Given.Daily, Scored.Value(Given.Daily, value, 2150)), Is.EqualTo($"South east London: {expected}"));

    [TestCase(PlanKind.Trajectory, 0.84, "5.0 points short of plan")]
    [TestCase(PlanKind.Target, 0.84, "5.0 points short of target")]
    [TestCase(PlanKind.Standard, 0.84, "5.0 points short of the standard")]
    [TestCase(PlanKind.Target, 0.89, "at target")]
    [TestCase(PlanKind.Standard, 0.89, "at the standard")]
    public void Plan_IsCalledWhatItIs(PlanKind against, decimal value, string expected) =>
        Assert.That(Title(Given.Share, Scored.Value(Given.Share, value, 0.89m, against: against)), Does.EndWith($", {expected}"));

    [TestCase(Direction.Increase, true, "improving")]
    [TestCase(Direction.Increase, false, "worsening")]
    [TestCase(Direction.Decrease, true, "worsening")]
    [TestCase(Direction.Decrease, false, "improving")]
    [TestCase(Direction.Neutral, true, "rising")]
    [TestCase(Direction.Neutral, false, "falling")]
    public void Run_IsJudgedByTheDirection(Direction direction, bool isRising, string expected)
    {
        var kpi = Given.Share with { Direction = direction };

        Assert.That(Title(kpi, Scored.Value(kpi, 0.8m, 0.9m), Run("2018-06", isRising)), Does.EndWith($", {expected} since June"));
    }

    [TestCase("2018-01", "since January")]
    [TestCase("2017-12", "since December 2017")]
    public void RunOfAYearOrMore_NamesItsYear(string since, string expected) =>
        Assert.That(Title(Given.Share, Scored.Value(Given.Share, 0.8m, 0.9m), Run(since, false)), Does.EndWith(expected));

    [TestCase(-0.019, "1.9 points lower than a year ago")]
    [TestCase(0.019, "1.9 points higher than a year ago")]
    [TestCase(0.0004, "the same as a year ago")]
    public void NoRun_ComparesWithTheYearBefore(decimal change, string expected) =>
        Assert.That(
            Title(Given.Share, Scored.Value(Given.Share, 0.8m, 0.9m), new Movement(change, null, false)),
            Does.EndWith($"short of plan, {expected}"));

    [Test]
    public void NoPlan_IsSaid() =>
        Assert.That(
            Title(Given.Share, Scored.Value(Given.Share, 0.8m), new Movement(-0.019m, null, false)),
            Is.EqualTo("South east London: 80.0%, no plan agreed, 1.9 points lower than a year ago"));

    [Test]
    public void NeutralKpi_SaysItsDistanceWithoutJudgement()
    {
        var kpi = Given.Count with { Direction = Direction.Neutral };

        Assert.That(Title(kpi, Scored.Value(kpi, 412, 444)), Is.EqualTo("South east London: 412, 32 below plan"));
    }

    [Test]
    public void PartMonth_SaysSoFar()
    {
        var value = Scored.Value(Given.Share, 0.8m, 0.9m) with { IsPartial = true };

        Assert.That(Title(Given.Share, value), Is.EqualTo("South east London: 80.0% so far in December, 10.0 points short of plan"));
    }

    [Test]
    public void ValueThatMustNotBeJudged_IsFollowedByTheReasonInsteadOfAJudgement()
    {
        var value = Scored.Value(Given.Count, 1250, 1300, reservation: "Part month: data to 12 December 2018") with { IsPartial = true };

        Assert.That(
            Title(Given.Count, value, Run("2018-10", true)),
            Is.EqualTo("South east London: 1,250 (part month: data to 12 December 2018)"));
    }

    [TestCase(PeriodKind.Month, "December 2018")]
    [TestCase(PeriodKind.Rolling12, "the 12 months to December 2018")]
    public void NoValue_SaysForWhatAndWhy(PeriodKind kind, string period)
    {
        var value = Scored.Value(Given.Share, null, 0.9m, reservation: "Not yet published: data to 30 November 2018") with
        {
            Period = new Period(kind, Given.Month("2018-12")),
        };

        Assert.That(
            Title(Given.Share, value),
            Is.EqualTo($"South east London: no figure for {period} (not yet published: data to 30 November 2018)"));
    }
}
