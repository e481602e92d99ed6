using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class MovementTests
{
    private static Movement Of(IEnumerable<KpiValue> rolling, KpiValue? latest = null, decimal? yearAgo = null, KpiDefinition? kpi = null)
    {
        var value = latest ?? Scored.Value(kpi ?? Given.Share, 0.80m);
        var before = yearAgo is null ? [] : new[] { value with { Period = Given.Monthly("2017-12"), Value = yearAgo, IsPartial = false } };
        return Movement.Of(kpi ?? Given.Share, value, new KpiValueIndex([.. rolling, .. before, value]));
    }

    private static IEnumerable<KpiValue> Rolling(params decimal?[] values) => Scored.Months(Given.Share, PeriodKind.Rolling12, values);

    [Test]
    public void ThreeStepsDown_AreARunSinceTheFirstOfThem()
    {
        var movement = Of(Rolling(0.84m, 0.85m, 0.84m, 0.83m, 0.82m));

        Assert.That((movement.RunSince, movement.IsRising), Is.EqualTo(((ReportingMonth?)Given.Month("2018-10"), false)));
    }

    [Test]
    public void ThreeStepsUp_AreARunThatRises()
    {
        var movement = Of(Rolling(0.80m, 0.81m, 0.82m, 0.83m));

        Assert.That((movement.RunSince, movement.IsRising), Is.EqualTo(((ReportingMonth?)Given.Month("2018-10"), true)));
    }

    [Test]
    public void TwoSteps_AreNoRun() => Assert.That(Of(Rolling(0.84m, 0.85m, 0.84m, 0.83m)).RunSince, Is.Null);

    [Test]
    public void StepThatStandsStill_EndsARun() =>
        Assert.That(Of(Rolling(0.86m, 0.85m, 0.84m, 0.84m, 0.83m, 0.82m)).RunSince, Is.Null);

    [Test]
    public void RunEndingBeforeTheMonth_IsOver() =>
        Assert.That(Of(Rolling(0.86m, 0.85m, 0.84m, 0.83m, 0.84m)).RunSince, Is.Null);

    [Test]
    public void MissingMonth_EndsARun() => Assert.That(Of(Rolling(0.86m, 0.85m, null, 0.83m, 0.82m)).RunSince, Is.Null);

    [Test]
    public void RunTooSmallToBeWritten_IsNotMentioned() =>
        Assert.That(Of(Rolling(0.8403m, 0.8402m, 0.8401m, 0.8400m)).RunSince, Is.Null);

    [Test]
    public void PartMonth_IsLeftOutOfTheRun()
    {
        var latest = Scored.Value(Given.Share, 0.80m) with { IsPartial = true };
        var rolling = Rolling(0.86m, 0.85m, 0.84m, 0.83m, 0.99m).Select(value =>
            value.Period.LastMonth == Given.Month("2018-12") ? value with { IsPartial = true } : value);

        Assert.That(Of(rolling, latest).RunSince, Is.EqualTo(Given.Month("2018-09")));
    }

    [Test]
    public void ChangeOnYear_IsAgainstTheSameMonthAYearBefore()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Of([], yearAgo: 0.83m).ChangeOnYear, Is.EqualTo(-0.03m));
            Assert.That(Of([]).ChangeOnYear, Is.Null);
        });
    }

    [Test]
    public void PartMonthOfAPlainCount_IsNotComparedWithAWholeOne()
    {
        var latest = Scored.Value(Given.Count, 40) with { IsPartial = true };

        Assert.That(Of([], latest, yearAgo: 100, Given.Count).ChangeOnYear, Is.Null);
    }

    [Test]
    public void NoValueOrAnotherKindOfPeriod_HasNoMovement()
    {
        var rolling = Rolling(0.80m, 0.81m, 0.82m, 0.83m).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(Of(rolling, Scored.Value(Given.Share, null)), Is.EqualTo(Movement.None));
            Assert.That(Movement.Of(Given.Share, rolling[^1], new KpiValueIndex(rolling)), Is.EqualTo(Movement.None));
        });
    }
}
