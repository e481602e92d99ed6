using FsCheck;
using FsCheck.Fluent;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;

namespace Stp.Tests.Scorecard.Spc;

/// <summary>What holds whatever the series is: small whole numbers, so that ties and points on a limit occur, with gaps and rebases.</summary>
[TestFixture]
public sealed class SpcPropertyTests
{
    private static readonly Arbitrary<SpcSeries> AnySeries =
        (from values in Gen.Frequency((9, Gen.Choose(0, 12).Select(value => (decimal?)value)), (1, Gen.Constant<decimal?>(null))).NonEmptyListOf()
         from rebase in Gen.Choose(0, 60).ListOf()
         from direction in Gen.Elements(Direction.Increase, Direction.Decrease, Direction.Neutral)
         from target in Gen.Choose(-5, 20)
         from fixAfter in Gen.Elements<int?>(null, 12, 20)
         from screens in Gen.Elements(true, false)
         select SpcGiven.Series([.. values]) with
         {
             Direction = direction,
             Target = target,
             Rebase = [.. rebase.Take(2).Select(SpcGiven.FirstDay.AddDays)],
             FixAfter = fixAfter,
             ScreenOutliers = screens,
         })
        .ToArbitrary();

    [Test]
    public void ValuesMovedTogether_AreJudgedTheSame() => Holds(series =>
        Judged(Moved(series, value => value + 1000)).SequenceEqual(Judged(series)));

    [Test]
    public void ValuesMultiplied_AreJudgedTheSame() => Holds(series =>
        Judged(Moved(series, value => value * 8)).SequenceEqual(Judged(series)));

    /// <summary>Trends alone are not symmetric: a level step reads as falling.</summary>
    [Test]
    public void ValuesTurnedUpsideDown_WithTheDirectionTurned_AreJudgedTheSame() => Holds(series =>
    {
        var turned = series.Direction switch { Direction.Increase => Direction.Decrease, Direction.Decrease => Direction.Increase, _ => Direction.Neutral };
        var (plain, mirrored) = (SpcAnalysis.Of(series), SpcAnalysis.Of(Moved(series, value => -value) with { Direction = turned }));
        return plain.Assurance == mirrored.Assurance
            && plain.Points.Zip(mirrored.Points).All(pair =>
                pair.First.SideOfMean == -pair.Second.SideOfMean
                && pair.First.IsOutside == pair.Second.IsOutside
                && pair.First.IsClose == pair.Second.IsClose
                && pair.First.IsSpecialCause == pair.Second.IsSpecialCause
                && (IsTrend(pair.First) || series.Direction == Direction.Neutral || pair.First.Variation == pair.Second.Variation));
    });

    [Test]
    public void DirectionTurned_TurnsImprovementIntoConcern() => Holds(series =>
        Variations(series with { Direction = Direction.Increase }).Zip(Variations(series with { Direction = Direction.Decrease })).All(pair => pair switch
        {
            (Variation.CommonCause, Variation.CommonCause) => true,
            (Variation.SpecialCauseImprovement, Variation.SpecialCauseConcern) => true,
            (Variation.SpecialCauseConcern, Variation.SpecialCauseImprovement) => true,
            _ => false,
        }));

    [Test]
    public void RowsReordered_GiveTheSameResult() => Prop.ForAll(
        AnySeries.Generator.SelectMany(series => Gen.Shuffle(series.Points.ToArray()), (series, points) => (series, points)).ToArbitrary(),
        drawn => SpcAnalysis.Of(drawn.series with { Points = drawn.points }).Points.SequenceEqual(SpcAnalysis.Of(drawn.series).Points))
        .QuickCheckThrowOnFailure();

    [Test]
    public void DatesSpreadOut_ChangeNothing() => Holds(series =>
    {
        var spread = series with
        {
            Points = [.. series.Points.Select(point => point with { Date = Later(point.Date) })],
            Rebase = [.. series.Rebase!.Select(Later)],
        };
        return Judged(spread).SequenceEqual(Judged(series));
    });

    [Test]
    public void PointAdded_NeverMovesFixedLimits() => Prop.ForAll(AnySeries, Gen.Choose(-1000, 1000).ToArbitrary(), (series, value) =>
    {
        var isFixed = series with { Points = [.. series.Points.Take(40)], FixAfter = 12, Rebase = [] };
        var longer = isFixed with { Points = [.. isFixed.Points, new SpcPoint(SpcGiven.FirstDay.AddDays(40), value)] };
        return isFixed.Points.Count < 12 || SpcAnalysis.Of(longer).Limits == SpcAnalysis.Of(isFixed).Limits;
    }).QuickCheckThrowOnFailure();

    /// <summary>Every step works inside one group, as if the others were not there.</summary>
    [Test]
    public void Groups_AreAnalysedEachByItself() => Holds(series => SpcAnalysis.Of(series).Groups.All(group =>
        Judged(series with { Points = [.. group.Points.Select(point => new SpcPoint(point.Date, point.Value))], Rebase = [] })
            .SequenceEqual(group.Points.Select(Judgements))));

    [Test]
    public void Screening_NeverWidensTheLimits() => Holds(series =>
        SpcAnalysis.Of(series with { ScreenOutliers = true }).Groups
            .Zip(SpcAnalysis.Of(series with { ScreenOutliers = false }).Groups)
            .All(pair => pair.First.Limits.Mean == pair.Second.Limits.Mean && !(pair.First.Limits.Upper > pair.Second.Limits.Upper)));

    [Test]
    public void Target_ChangesNothingButAssurance() => Holds(series =>
        SpcAnalysis.Of(series with { Target = null }).Points.SequenceEqual(SpcAnalysis.Of(series).Points));

    private static void Holds(Func<SpcSeries, bool> property) => Prop.ForAll(AnySeries, property).QuickCheckThrowOnFailure();

    private static SpcSeries Moved(SpcSeries series, Func<decimal, decimal> move) => series with
    {
        Points = [.. series.Points.Select(point => point with { Value = point.Value is { } value ? move(value) : null })],
        Target = series.Target is { } target ? move(target) : null,
    };

    private static IEnumerable<object> Judged(SpcSeries series) => SpcAnalysis.Of(series).Points.Select(Judgements);

    private static object Judgements(SpcResultPoint point) =>
        (point.IsOutside, point.SideOfMean, point.IsClose, point.Cause, point.Variation, point.HasTrialLimits);

    private static IEnumerable<Variation> Variations(SpcSeries series) => SpcAnalysis.Of(series).Points.Select(point => point.Variation);

    private static bool IsTrend(SpcResultPoint point) => point.Cause is SpecialCause.TrendIncreasing or SpecialCause.TrendDecreasing;

    private static DateOnly Later(DateOnly date) => date.AddDays((date.DayNumber - SpcGiven.FirstDay.DayNumber) * 30);
}
