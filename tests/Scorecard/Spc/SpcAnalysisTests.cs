using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;

namespace Stp.Tests.Scorecard.Spc;

[TestFixture]
public sealed class SpcAnalysisTests
{
    [Test]
    public void RowsInAnyOrder_AreSortedByDate()
    {
        var series = SpcGiven.Series(1, 4, 2);
        var result = SpcAnalysis.Of(series with { Points = [.. series.Points.Reverse()] });

        Assert.That(result.Points.Select(point => point.Value), Is.EqualTo(new decimal?[] { 1, 4, 2 }));
    }

    [Test]
    public void Rebase_StartsAGroupWithItsPoint_AndADateOfNoPointDoesNothing()
    {
        var series = SpcGiven.Series(1, 2, 11, 12) with { Rebase = [SpcGiven.FirstDay.AddDays(2), SpcGiven.FirstDay.AddDays(99)] };
        var result = SpcAnalysis.Of(series);

        Assert.Multiple(() =>
        {
            Assert.That(result.Points.Select(point => point.RebaseGroup), Is.EqualTo([0, 0, 1, 1]));
            Assert.That(result.Groups.Select(group => group.Limits), Is.EqualTo([new XmrLimits(1.5m, 1), new XmrLimits(11.5m, 1)]));
            Assert.That(result.Limits.Mean, Is.EqualTo(11.5m), "the summary is that of the last group");
        });
    }

    [Test]
    public void RebaseAtTheFirstPoint_NumbersGroupsFromOne() =>
        Assert.That(SpcAnalysis.Of(SpcGiven.Series(1, 2) with { Rebase = [SpcGiven.FirstDay] }).Groups.Select(group => group.RebaseGroup), Is.EqualTo([1]));

    [Test]
    public void NoRunReachesOverARebase()
    {
        var series = SpcGiven.Series(1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Multiple(() =>
        {
            Assert.That(SpcAnalysis.Of(series).Points.Count(point => point.IsSpecialCause), Is.EqualTo(8));
            Assert.That(SpcAnalysis.Of(series with { Rebase = [SpcGiven.FirstDay.AddDays(4)] }).Points.Select(point => point.IsSpecialCause), Is.All.False);
        });
    }

    [Test]
    public void FixedLimits_ComeFromTheFirstRows_CountedAnewInEachGroup_RowsWithoutFigureIncluded()
    {
        decimal?[] group = [null, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1.5m, 90];
        var series = SpcGiven.Series([.. group, .. group]) with { FixAfter = 12, Rebase = [SpcGiven.FirstDay.AddDays(13)] };
        var result = SpcAnalysis.Of(series);

        Assert.Multiple(() =>
        {
            Assert.That(result.Groups.Select(each => each.Limits.Mean), Is.All.EqualTo(1.5m));
            Assert.That(result.Groups[0].Limits.AverageMovingRange, Is.EqualTo(9.5m / 10), "no range leads to the first point after the baseline");
            Assert.That(result.Groups.Select(each => each.Points[^1].Cause), Is.All.EqualTo(SpecialCause.AboveUpperLimit));
        });
    }

    [Test]
    public void BaselineWithoutFigures_LeavesLaterPointsUnjudged()
    {
        var result = SpcAnalysis.Of(SpcGiven.Series([.. SpcGiven.Times(12, null), 5, 6]) with { FixAfter = 12 });

        Assert.Multiple(() =>
        {
            Assert.That(result.Limits, Is.EqualTo(new XmrLimits(null, null)));
            Assert.That(result.Latest.SideOfMean, Is.Null);
            Assert.That(result.Variation, Is.EqualTo(Variation.CommonCause));
        });
    }

    [TestCase(12, true)]
    [TestCase(13, false)]
    public void GroupOfFewerThan13Rows_HasTrialLimits(int rows, bool hasTrialLimits) =>
        Assert.That(SpcAnalysis.Of(SpcGiven.Series([.. SpcGiven.Times(rows, 1)])).HasTrialLimits, Is.EqualTo(hasTrialLimits));

    [Test]
    public void LatestPointWithoutFigure_IsCommonCause()
    {
        var result = SpcAnalysis.Of(SpcGiven.Series(1, 2, 3, 4, 5, 6, 7, null));

        Assert.Multiple(() =>
        {
            Assert.That(result.Latest.IsOutside, Is.Null);
            Assert.That(result.Variation, Is.EqualTo(Variation.CommonCause));
        });
    }

    [TestCase(Direction.Increase, true, Variation.SpecialCauseImprovement, VariationIcon.ImprovementHigh)]
    [TestCase(Direction.Increase, false, Variation.SpecialCauseConcern, VariationIcon.ConcernLow)]
    [TestCase(Direction.Decrease, true, Variation.SpecialCauseConcern, VariationIcon.ConcernHigh)]
    [TestCase(Direction.Decrease, false, Variation.SpecialCauseImprovement, VariationIcon.ImprovementLow)]
    [TestCase(Direction.Neutral, true, Variation.SpecialCauseNeutralHigh, VariationIcon.NeutralHigh)]
    [TestCase(Direction.Neutral, false, Variation.SpecialCauseNeutralLow, VariationIcon.NeutralLow)]
    public void SpecialCause_IsJudgedByDirection(Direction direction, bool isHigh, Variation variation, VariationIcon icon)
    {
        SpecialCause[] high = [SpecialCause.AboveUpperLimit, SpecialCause.TrendIncreasing, SpecialCause.TwoInThreeAbove, SpecialCause.ShiftAbove];
        SpecialCause[] low = [SpecialCause.BelowLowerLimit, SpecialCause.TrendDecreasing, SpecialCause.TwoInThreeBelow, SpecialCause.ShiftBelow];

        Assert.Multiple(() =>
        {
            Assert.That((isHigh ? high : low).Select(cause => Judgement.Of(cause, direction)), Is.All.EqualTo(variation));
            Assert.That(Judgement.Of(SpecialCause.CommonCause, direction), Is.EqualTo(Variation.CommonCause));
            Assert.That(Judgement.IconOf(variation, direction), Is.EqualTo(icon));
        });
    }

    [TestCase(Direction.Increase, "2.67", Assurance.ConsistentFail, AssuranceIcon.Fail)]
    [TestCase(Direction.Increase, "-2.67", Assurance.ConsistentPass, AssuranceIcon.Pass)]
    [TestCase(Direction.Decrease, "2.67", Assurance.ConsistentPass, AssuranceIcon.Pass)]
    [TestCase(Direction.Decrease, "-2.67", Assurance.ConsistentFail, AssuranceIcon.Fail)]
    [TestCase(Direction.Increase, "2.66", Assurance.Inconsistent, AssuranceIcon.Inconsistent)]
    [TestCase(Direction.Decrease, "-2.66", Assurance.Inconsistent, AssuranceIcon.Inconsistent)]
    [TestCase(Direction.Increase, "0", Assurance.Inconsistent, AssuranceIcon.Inconsistent)]
    [TestCase(Direction.Neutral, "5", null, null)]
    [TestCase(Direction.Increase, null, null, null)]
    public void Assurance_SaysWhetherTheLimitsClearTheTarget(Direction direction, string? target, Assurance? assurance, AssuranceIcon? icon)
    {
        decimal? level = target is null ? null : decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Multiple(() =>
        {
            Assert.That(Judgement.Of(SpcGiven.Limits, level, direction), Is.EqualTo(assurance));
            Assert.That(Judgement.IconOf(assurance), Is.EqualTo(icon));
        });
    }

    [Test]
    public void Assurance_BelongsToTheLastGroupAlone()
    {
        var result = SpcAnalysis.Of(SpcGiven.Series(1, 2, 11, 12) with { Rebase = [SpcGiven.FirstDay.AddDays(2)], Target = 5 });
        Assert.That(result.Groups.Select(group => group.Assurance), Is.EqualTo(new Assurance?[] { null, Assurance.ConsistentPass }));
    }

    [Test]
    public void WithoutLimits_AssuranceIsInconsistent() =>
        Assert.That(Judgement.Of(new XmrLimits(1, null), 5, Direction.Increase), Is.EqualTo(Assurance.Inconsistent));

    [Test]
    public void UnusableSeries_AreRefused() => Assert.Multiple(() =>
    {
        var series = SpcGiven.Series(1, 2);
        Assert.That(() => SpcAnalysis.Of(SpcGiven.Series()), Throws.TypeOf<SpcException>().With.Message.EqualTo("The series has no points."));
        Assert.That(
            () => SpcAnalysis.Of(series with { Points = [.. series.Points, series.Points[0]] }),
            Throws.TypeOf<SpcException>().With.Message.EqualTo("Two points have the date 2018-01-01."));
        Assert.That(
            () => SpcAnalysis.Of(series with { FixAfter = 11 }),
            Throws.TypeOf<SpcException>().With.Message.EqualTo("Limits can be fixed after 12 points or more, not after 11."));
    });
}
