using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>The plan beside a value: which one, its tolerance, the way still to go.</summary>
[TestFixture]
public sealed class KpiPlanTests
{
    private static readonly IReadOnlyList<MeasureValue> EightyOfAHundred = Given.EachMonth("2015-04", "2017-03", 80, 100);

    /// <summary>King's period that ends with March 2017: 80% in time.</summary>
    private static KpiValue King(string plans, PeriodKind kind = PeriodKind.Month, KpiDefinition? kpi = null) =>
        Evaluated.From(EightyOfAHundred, kpi ?? Given.Share, plans, "2017-03-31", Given.Fresh("2017-03-31"), "2016-04")
            .One("RJZ", kind, "2017-03");

    [TestCase(PeriodKind.Month)]
    [TestCase(PeriodKind.Quarter)]
    [TestCase(PeriodKind.YearToDate)]
    [TestCase(PeriodKind.Rolling12)]
    public void Trajectory_IsReadAtThePeriodsLastDay(PeriodKind kind)
    {
        var value = King("""
            date       | value
            2016-03-31 | 0.80
            2017-03-31 | 0.90
            """, kind);

        Assert.That((value.Trajectory, value.Plan, value.PlanKind, value.PlanChangeId), Is.EqualTo(
            ((decimal?)0.9m, (decimal?)0.9m, (PlanKind?)PlanKind.Trajectory, "C1")));
    }

    [Test]
    public void StatusIsJudgedAgainstTheFirstKindThatHasANumber()
    {
        const string plans = """
            id | kind       | date       | value
            C1 | trajectory | 2017-03-31 | TBC
            C2 | target     | 2021-03-31 | 0.82
            C3 | standard   |            | 0.95
            """;

        Assert.Multiple(() =>
        {
            var value = King(plans);
            Assert.That((value.Plan, value.PlanKind, value.PlanChangeId, value.Status), Is.EqualTo(
                ((decimal?)0.82m, (PlanKind?)PlanKind.Target, "C2", RagStatus.Amber)));
            Assert.That((value.Trajectory, value.Target, value.TargetDate, value.Standard), Is.EqualTo(
                ((decimal?)null, (decimal?)0.82m, (DateOnly?)Given.Day("2021-03-31"), (decimal?)0.95m)));

            var againstStandard = King(plans, kpi: Given.Share with { StatusAgainst = [PlanKind.Standard] });
            Assert.That((againstStandard.PlanKind, againstStandard.Status), Is.EqualTo(((PlanKind?)PlanKind.Standard, RagStatus.Red)));
        });
    }

    [Test]
    public void OnlyAPlanToBeAgreed_IsGreyInItsWords() =>
        Assert.That(
            King("""
                kind   | date       | value
                target | 2021-03-31 | TBC
                """).StatusReason,
            Is.EqualTo("Plan not agreed: TBC"));

    [Test]
    public void SeveralKindsToBeAgreed_SpeakInTheWordsOfTheFirst() =>
        Assert.That(
            King("""
                kind       | date       | value
                target     | 2021-03-31 | to be agreed
                trajectory | 2017-03-31 | TBC
                """).StatusReason,
            Is.EqualTo("Plan not agreed: TBC"));

    [TestCase("0.20", false, RagStatus.Amber)]
    [TestCase("0.19", false, RagStatus.Red)]
    [TestCase("0.20", true, RagStatus.Amber, Description = "a fifth of a plan of 1")]
    [TestCase("TBC", false, RagStatus.Red, Description = "the definition's own stands until another is agreed")]
    public void AgreedTolerance_ReplacesTheDefinitions(string tolerance, bool isRelative, RagStatus status)
    {
        var value = King($"""
            kind      | value
            standard  | 1
            tolerance | {tolerance}
            """, kpi: Given.Share with { Tolerance = new Tolerance(0.02m, isRelative) });

        Assert.That(value.Status, Is.EqualTo(status));
    }

    [Test]
    public void RelativeTolerance_IsAShareOfThePlan()
    {
        var value = King("""
            kpi         | kind     | value
            attendances | standard | 97
            """, kpi: Given.Count);

        Assert.That((value.Tolerance, value.Variance, value.Status), Is.EqualTo(((decimal?)2.91m, (decimal?)-3m, RagStatus.Red)));
    }

    [Test]
    public void KpiWithoutTolerance_HasNoAmber()
    {
        var value = King("""
            kind     | value
            standard | 0.80001
            """, kpi: Given.Share with { Tolerance = null });

        Assert.That((value.Tolerance, value.Status), Is.EqualTo(((decimal?)null, RagStatus.Red)));
    }

    [Test]
    public void NeutralDirection_ShowsItsDistanceAndIsGrey()
    {
        var value = King("""
            kind     | value
            standard | 0.9
            """, kpi: Given.Share with { Direction = Direction.Neutral });

        Assert.That((value.Variance, value.Status, value.StatusReason), Is.EqualTo(
            ((decimal?)-0.1m, RagStatus.Grey, "No direction is better")));
    }

    [TestCase(PeriodKind.Month, true)]
    [TestCase(PeriodKind.Quarter, false)]
    [TestCase(PeriodKind.YearToDate, false)]
    [TestCase(PeriodKind.Rolling12, false)]
    public void SumOfACountOverMonths_IsNotComparedWithAPlanForOne(PeriodKind kind, bool isCompared)
    {
        var value = King("""
            kpi         | kind     | value
            attendances | standard | 110
            """, kind, kpi: Given.Count);

        Assert.That((value.Plan, value.Status, value.StatusReason), Is.EqualTo(isCompared
            ? ((decimal?)110m, RagStatus.Green, (string?)null)
            : (null, RagStatus.Grey, "The plan is for single months")));
    }

    [Test]
    public void StockOverMonths_IsComparedWithItsPlan()
    {
        var value = King("""
            kpi         | kind     | value
            attendances | standard | 110
            """, PeriodKind.YearToDate, kpi: Given.Count with { RollUp = RollUp.Last });

        Assert.That((value.Value, value.Status), Is.EqualTo(((decimal?)100m, RagStatus.Green)));
    }

    [Test]
    public void PlansRecordedAfterTheAsOfDate_DoNotCount() =>
        Assert.That(
            King("""
                kind     | value | recorded
                standard | 0.9   | 2017-04-01
                """).Plan,
            Is.Null);

    [Test]
    public void ProgressAndRunRate_ComeFromThePlanInForce()
    {
        var value = King("""
            kind     | date       | value
            baseline | 2016-03-31 | 0.76
            target   | 2018-03-31 | 0.92
            """);

        Assert.That((value.Baseline, value.Progress, value.RequiredRunRate), Is.EqualTo(((decimal?)0.76m, (decimal?)0.25m, (decimal?)0.01m)));
    }

    [TestCase(0.76, 0)]
    [TestCase(0.92, 1)]
    [TestCase(0.72, -0.25, Description = "further away than at the start")]
    public void Progress_IsTheShareOfTheWay(decimal value, decimal expected) =>
        Assert.That(PlanProgress.Progress(value, 0.76m, 0.92m), Is.EqualTo(expected));

    [Test]
    public void ProgressWithoutAWayToGo_IsNull()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PlanProgress.Progress(0.8m, 0.9m, 0.9m), Is.Null);
            Assert.That(PlanProgress.Progress(null, 0.8m, 0.9m), Is.Null);
            Assert.That(PlanProgress.Progress(0.8m, null, 0.9m), Is.Null);
            Assert.That(PlanProgress.Progress(0.8m, 0.8m, null), Is.Null);
        });
    }

    [TestCase("2017-06-30", Direction.Increase, 0.04)]
    [TestCase("2017-04-01", Direction.Increase, 0.12, Description = "the month to come")]
    [TestCase("2017-03-31", Direction.Increase, null, Description = "the target's month has come")]
    [TestCase("2016-12-31", Direction.Increase, null, Description = "the target's date has passed")]
    [TestCase("2017-06-30", Direction.Decrease, 0, Description = "reached already")]
    [TestCase("2017-06-30", Direction.Neutral, 0.04)]
    public void RequiredRunRate_IsPerMonthLeft(string due, Direction direction, double? expected) =>
        Assert.That(
            PlanProgress.RequiredRunRate(0.80m, 0.92m, Given.Day(due), Given.Month("2017-03"), direction),
            Is.EqualTo((decimal?)expected));

    [Test]
    public void RequiredRunRateAcrossTheTurnOfTheYear_CountsCalendarMonths() =>
        Assert.That(
            PlanProgress.RequiredRunRate(100, 70, Given.Day("2021-03-31"), Given.Month("2018-09"), Direction.Decrease),
            Is.EqualTo(-1m));
}
