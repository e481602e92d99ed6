using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class PlanChangeReaderTests
{
    private const string Changes = "plans/changes.csv";

    [TestCase(",ae_four_hour,trajectory,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan", "change_id", "is empty")]
    [TestCase(
        "T1,ae_four_hours,trajectory,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "kpi", "Did you mean 'ae_four_hour'?")]
    [TestCase(
        "T1,ae_four_hour,goal,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "kind", "Write one of: baseline, trajectory, target, standard, tolerance, rebase.")]
    [TestCase(
        "T1,ae_four_hour,target,trust,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "level", "Write one of: partnership, provider, ccg.")]
    [TestCase(
        "T1,ae_four_hour_as_published,target,ccg,08K,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "level", "has no level ccg. Write one of: partnership, provider.")]
    [TestCase(
        "T1,ae_four_hour,target,provider,RJ3,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "organisation", "there is no organisation at level provider 'RJ3'")]
    [TestCase(
        "T1,ae_four_hour,target,provider,08K,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "organisation", "there is no organisation at level provider '08K'")]
    [TestCase(
        "T1,ae_four_hour,target,partnership,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan",
        "organisation", "at level partnership 'RJ1'")]
    [TestCase("T1,ae_four_hour,trajectory,provider,RJ1,,0.95,,2016-04-01,2016-03-01,PMO,,Plan", "period_date", "is empty")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,,0.95,,2016-04-01,2016-03-01,PMO,,Plan", "period_date", "is empty")]
    [TestCase("T1,ae_four_hour,rebase,provider,RJ1,,,,2016-04-01,2016-03-01,PMO,,Plan", "period_date", "is empty")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03,0.95,,2016-04-01,2016-03-01,PMO,,Plan", "period_date", "such as 2018-12-31")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,95%,,2016-04-01,2016-03-01,PMO,,Plan", "value", "'95%' is not a number")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,\"0,95\",,2016-04-01,2016-03-01,PMO,,Plan", "value", "with a dot")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,,,2016-04-01,2016-03-01,PMO,,Plan", "value", "is empty")]
    [TestCase("T1,ae_four_hour,tolerance,provider,RJ1,,-0.01,,2016-04-01,2016-03-01,PMO,,Plan", "value", "Write 0 or more")]
    [TestCase("T1,ae_four_hour,rebase,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan", "value", "a rebase sets no value")]
    [TestCase(
        "T1,ae_four_hour,trajectory,provider,RJ1,2018-03-31,0.95,curve,2016-04-01,2016-03-01,PMO,,Plan",
        "shape", "Write one of: linear, step.")]
    [TestCase(
        "T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,step,2016-04-01,2016-03-01,PMO,,Plan",
        "shape", "only a trajectory has a shape")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,,2016-03-01,PMO,,Plan", "effective_from", "is empty")]
    [TestCase(
        "T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,2016-04-01,yesterday,PMO,,Plan",
        "recorded_at", "'yesterday' is not a date")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,,,Plan", "proposed_by", "is empty")]
    [TestCase("T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,Board,", "reason", "is empty")]
    [TestCase(
        "T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,Board",
        "", "has 12 fields where the first line has 13")]
    [TestCase(
        "T1,ae_four_hour,target,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,Board,\"no end",
        "", "a quote is opened here and never closed")]
    public void BrokenChange_IsTheOnlyFault(string change, string field, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Append(Changes, change);
        config.HasOnlyFault(Changes, line, field, message);
    }

    [Test]
    public void SameValueSetTwiceByOneChange_IsTheOnlyFault()
    {
        const string Point = "T1,ae_four_hour,trajectory,provider,RJ1,2018-03-31,0.95,,2016-04-01,2016-03-01,PMO,,Plan";
        using var config = new BrokenConfig();
        var first = config.Append(Changes, Point);
        config.Append(Changes, Point.Replace("2018-03-31", "2019-03-31", StringComparison.Ordinal));
        var line = config.Append(Changes, Point.Replace("0.95", "0.96", StringComparison.Ordinal));
        config.HasOnlyFault(Changes, line, "change_id", $"sets what line {first} of the same change sets already");
    }

    [Test]
    public void Change_IsReadAsWritten()
    {
        using var config = new BrokenConfig();
        const string Reason = "\"Plan, \"\"final\"\"\nagreed\"";
        const string Point = "T1,ae_four_hour,trajectory,partnership,SEL,2018-03-31,0.9500,step";
        var line = config.Append(Changes, $"{Point},2016-04-01,2016-03-01,PMO,Board,{Reason}");
        Assert.That(config.Read().PlanChanges[^1], Is.EqualTo(new PlanChange(
            "T1", "ae_four_hour", PlanKind.Trajectory, Level.Partnership, "SEL", new DateOnly(2018, 3, 31), 0.95m, "0.9500", PlanShape.Step,
            new DateOnly(2016, 4, 1), new DateOnly(2016, 3, 1), "PMO", "Board", "Plan, \"final\"\nagreed", line)));
    }

    [TestCase("TBC")]
    [TestCase("To be agreed")]
    [TestCase("NOT SET")]
    public void ValueStillToCome_IsNullAndKeepsItsWords(string words)
    {
        using var config = new BrokenConfig();
        config.Append(Changes, $"T1,ae_four_hour,target,provider,RJ1,2018-03-31,{words},,2016-04-01,2016-03-01,PMO,,Plan");
        var change = config.Read().PlanChanges[^1];
        Assert.That((change.Value, change.ValueText, change.Shape), Is.EqualTo(((decimal?)null, words, PlanShape.Linear)));
        Assert.That(change.ApprovedBy, Is.Null, "it is only proposed");
    }

    [Test]
    public void Rebase_HasADateAndNoValue()
    {
        using var config = new BrokenConfig();
        config.Append(Changes, "T1,ae_four_hour,rebase,provider,RJ1,2018-04-01,,,2018-04-01,2018-04-01,PMO,,New department");
        var change = config.Read().PlanChanges[^1];
        Assert.That((change.Kind, change.PeriodDate), Is.EqualTo((PlanKind.Rebase, new DateOnly(2018, 4, 1))));
        Assert.That(change.Value, Is.Null);
    }
}
