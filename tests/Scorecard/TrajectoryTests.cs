using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class TrajectoryTests
{
    private const string TwoYears = """
        date       | value
        2016-03-31 | 0.80
        2017-03-31 | 0.90
        2018-03-31 | 0.95
        """;

    private static OrganisationPlan Plan(string drawing, string asOf = "2018-12-31") =>
        Given.Plans(drawing).For(Given.Share.Id, Level.Provider, "RJZ", Given.Day(asOf));

    private static decimal? At(string drawing, string day) =>
        Plan(drawing).TrajectoryInForce(Given.Day("2018-12-31"))!.At(Given.Day(day))?.Value;

    [TestCase("2016-03-30", null, Description = "before the first point")]
    [TestCase("2016-03-31", "0.80")]
    [TestCase("2017-03-31", "0.90")]
    [TestCase("2018-03-31", "0.95")]
    [TestCase("2018-04-01", "0.95", Description = "what was agreed last stands")]
    [TestCase("2021-03-31", "0.95")]
    public void TrajectoryReadAtOrOutsideItsPoints(string day, string? expected) =>
        Assert.That(
            At(TwoYears, day), Is.EqualTo(expected is null ? (decimal?)null : decimal.Parse(expected, CultureInfo.InvariantCulture)));

    [Test]
    public void LinearTrajectory_RunsEvenlyByDays()
    {
        // 73 of the 365 days from 31 March 2016 to 31 March 2017 are a fifth of the way.
        Assert.That(At(TwoYears, "2016-06-12"), Is.EqualTo(0.82m));
    }

    [Test]
    public void LinearTrajectoryOverALeapDay_CountsIt()
    {
        const string drawing = """
            date       | value
            2016-01-31 | 0
            2016-03-31 | 60
            """;

        Assert.Multiple(() =>
        {
            Assert.That(At(drawing, "2016-02-28"), Is.EqualTo(28m));
            Assert.That(At(drawing, "2016-02-29"), Is.EqualTo(29m));
            Assert.That(At(drawing, "2016-03-01"), Is.EqualTo(30m));
        });
    }

    [TestCase("2017-03-30", "0.80")]
    [TestCase("2017-03-31", "0.90")]
    [TestCase("2018-03-30", "0.90")]
    public void StepTrajectory_HoldsThePointBefore(string day, string expected)
    {
        const string drawing = """
            date       | value | shape
            2016-03-31 | 0.80  | step
            2017-03-31 | 0.90  | step
            2018-03-31 | 0.95  | step
            """;

        Assert.That(At(drawing, day), Is.EqualTo(decimal.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [TestCase("2016-12-31", "TBC", Description = "towards a point without a number")]
    [TestCase("2017-03-31", "TBC")]
    [TestCase("2017-12-31", "TBC", Description = "from a point without a number")]
    public void PointToBeAgreed_LeavesItsWholeNeighbourhoodOpen(string day, string words)
    {
        var trajectory = Plan("""
            date       | value
            2016-03-31 | 0.80
            2017-03-31 | TBC
            2018-03-31 | 0.95
            """).TrajectoryInForce(Given.Day("2018-12-31"))!;

        var planned = trajectory.At(Given.Day(day))!;

        Assert.That((planned.Value, planned.Words), Is.EqualTo(((decimal?)null, words)));
    }

    [Test]
    public void NewTrajectory_ReplacesTheWholeOfTheOld()
    {
        var plan = Plan("""
            id | date       | value | from
            C1 | 2016-03-31 | 0.80  | 2016-04-01
            C1 | 2017-03-31 | 0.90  | 2016-04-01
            C1 | 2021-03-31 | 0.98  | 2016-04-01
            C2 | 2017-09-30 | 0.84  | 2017-09-01
            C2 | 2018-03-31 | 0.86  | 2017-09-01
            """);

        Assert.Multiple(() =>
        {
            Assert.That(plan.At(Given.Day("2017-08-31")).Trajectory!.ChangeId, Is.EqualTo("C1"));
            Assert.That(plan.At(Given.Day("2017-09-30")).Trajectory, Is.EqualTo(new PlanValue(0.84m, string.Empty, null, "C2")));
            Assert.That(plan.At(Given.Day("2021-03-31")).Trajectory!.Value, Is.EqualTo(0.86m), "the old last point is gone");
        });
    }

    [Test]
    public void NewTrajectoryThatBeginsLater_LeavesNoTrajectoryUntilThen()
    {
        var plan = Plan("""
            id | date       | value | from
            C1 | 2016-03-31 | 0.80  | 2016-04-01
            C2 | 2018-03-31 | 0.86  | 2017-09-01
            """);

        Assert.That(plan.At(Given.Day("2017-12-31")).Trajectory, Is.Null);
    }

    [Test]
    public void OneDateTwiceInOneChange_LaterLineCounts()
    {
        var trajectory = Plan("""
            date       | value
            2017-03-31 | 0.80
            2017-03-31 | 0.81
            """).TrajectoryInForce(Given.Day("2018-12-31"))!;

        Assert.That(trajectory.Points, Is.EqualTo(new[] { new TrajectoryPoint(Given.Day("2017-03-31"), 0.81m, string.Empty) }));
    }

    [Test]
    public void PointWithoutADate_IsRefusedWithItsLine() =>
        Assert.That(
            () => Plan("""
                date       | value
                2017-03-31 | 0.80
                           | 0.81
                """),
            Throws.ArgumentException.With.Message.Contains("Line 3"));

    [Test]
    public void FirstAgreed_IsTheFirstOnRecordWithNumbers()
    {
        var plan = Plan("""
            id | date       | value | from       | recorded   | approved
            C0 | 2017-03-31 | 0.99  | 2016-04-01 | 2015-12-01 | -
            C1 | 2017-03-31 | TBC   | 2016-04-01 | 2016-01-01 | Board
            C3 | 2017-03-31 | 0.86  | 2016-04-01 | 2017-01-01 | Board
            C2 | 2017-03-31 | 0.90  | 2016-10-01 | 2016-09-01 | Board
            """);

        Assert.That(plan.FirstAgreed?.ChangeId, Is.EqualTo("C2"));
    }

    [Test]
    public void TrajectoryPoints_FollowThePlanInForceMonthByMonth()
    {
        var points = Given.Plans("""
            id | date       | value | shape | from
            C1 | 2016-05-31 | 0.80  | step  | 2016-05-01
            C2 | 2016-07-31 | 0.75  | step  | 2016-07-01
            """).TrajectoryPoints(
            Given.Share.Id, Level.Provider, "RJZ", Given.Day("2018-12-31"), Given.Month("2016-04"), Given.Month("2016-08"));

        Assert.That(points, Is.EqualTo(new[]
        {
            new PlannedMonth(Given.Month("2016-04"), null, null),
            new PlannedMonth(Given.Month("2016-05"), 0.80m, "C1"),
            new PlannedMonth(Given.Month("2016-06"), 0.80m, "C1"),
            new PlannedMonth(Given.Month("2016-07"), 0.75m, "C2"),
            new PlannedMonth(Given.Month("2016-08"), 0.75m, "C2"),
        }));
    }

    [Test]
    public void TrajectoryReadAtAPoint_GivesThePoint_WhateverItsShapeAndOrder()
    {
        var points = ArbMap.Default.ArbFor<(ushort Day, short Value)[]>().Filter(drawn => drawn.Length > 0);

        Prop.ForAll(points, ArbMap.Default.ArbFor<bool>(), (drawn, isStep) =>
        {
            var lines = drawn.DistinctBy(point => point.Day).Select((point, at) => Line(point.Day, point.Value, isStep, at)).ToList();
            var plan = new PlanHistory(lines).For(Given.Share.Id, Level.Provider, "RJZ", Given.Day("2018-12-31"));
            return lines.TrueForAll(line => plan.TrajectoryInForce(line.EffectiveFrom)!.At(line.PeriodDate!.Value)!.Value == line.Value);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void LinearTrajectoryBetweenTwoPoints_StaysBetweenThem()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(short From, short To, byte Days)>(), ArbMap.Default.ArbFor<byte>(), (drawn, passed) =>
        {
            var last = drawn.Days + 1;
            var lines = new[] { Line(0, drawn.From, false, 0), Line(last, drawn.To, false, 1) };
            var plan = new PlanHistory(lines).For(Given.Share.Id, Level.Provider, "RJZ", Given.Day("2018-12-31"));
            var value = plan.TrajectoryInForce(lines[0].EffectiveFrom)!.At(lines[0].PeriodDate!.Value.AddDays(passed % last))!.Value;
            return value >= Math.Min(drawn.From, drawn.To) && value <= Math.Max(drawn.From, drawn.To);
        }).QuickCheckThrowOnFailure();
    }

    private static PlanChange Line(int day, decimal value, bool isStep, int at) => Given.Changes("date\n2016-03-31")[0] with
    {
        PeriodDate = new DateOnly(2016, 3, 31).AddDays(day),
        Value = value,
        Shape = isStep ? PlanShape.Step : PlanShape.Linear,
        Line = at + 2,
    };
}
