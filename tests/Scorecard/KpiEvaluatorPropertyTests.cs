using FsCheck;
using FsCheck.Fluent;
using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>What holds whatever the measures are: each case draws rows of three measures, three trusts and two years.</summary>
[TestFixture]
public sealed class KpiEvaluatorPropertyTests
{
    private static readonly string[] Trusts = ["RJZ", "RJ1", "RPG"];

    private static readonly Arbitrary<MeasureValue[]> AnyMeasures =
        (from measure in Gen.Elements("within", "all", "other")
         from trust in Gen.Elements(Trusts)
         from month in Gen.Choose(0, 23)
         from value in Gen.Choose(0, 1000)
         select Given.Measure(measure, Given.Month("2015-04").PlusMonths(month).ToString(), trust, value))
        .ArrayOf()
        .ToArbitrary();

    private static readonly KpiDefinition[] Kpis =
    [
        Given.Share,
        Given.Count,
        Given.Daily,
        Given.Share with { Id = "mean", RollUp = RollUp.Mean },
        Given.Share with { Id = "last", RollUp = RollUp.Last },
    ];

    private static IReadOnlyList<KpiValue> Evaluate(IEnumerable<MeasureValue> measures) => new KpiEvaluator(
        Given.Partnership,
        Given.Organisations,
        Given.Plans("""
            date       | value | org
            2016-03-31 | 0.80  | RJZ
            2017-03-31 | 0.95  | RJZ
            """),
        [Given.Fresh("2017-03-12")],
        Given.Month("2015-04"),
        Given.Day("2017-03-31")).Evaluate(Kpis, measures);

    [Test]
    public void RowsReordered_GiveTheSameValues() =>
        Prop.ForAll(
            AnyMeasures.Generator.SelectMany(rows => Gen.Shuffle(rows), (rows, shuffled) => (rows, shuffled)).ToArbitrary(),
            drawn => Evaluate(drawn.shuffled).SequenceEqual(Evaluate(drawn.rows)))
        .QuickCheckThrowOnFailure();

    [Test]
    public void RowSplitInTwo_GivesTheSameValues() =>
        Prop.ForAll(AnyMeasures, ArbMap.Default.ArbFor<byte>(), (measures, part) =>
        {
            var first = measures.Select(value => value with { Value = part, Band = 1 });
            var second = measures.Select(value => value with { Value = value.Value - part, Band = 2 });
            return Evaluate(first.Concat(second)).SequenceEqual(Evaluate(measures));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void PartnershipsMonth_IsTheSumOfItsMembers() =>
        Prop.ForAll(AnyMeasures, measures => Evaluate(measures)
            .Where(value => value.Period.Kind == PeriodKind.Month)
            .GroupBy(value => (value.Kpi, value.Period))
            .All(values =>
            {
                var own = values.SingleOrDefault(value => value.Level == Level.Partnership);
                var parts = values.Where(value => value.Level == Level.Provider && value.Numerator is not null).ToList();
                return parts.Count == 0
                    ? own is null or { Numerator: null, Denominator: null }
                    : own!.Numerator == parts.Sum(value => value.Numerator)
                        && (own.Denominator ?? 0) == parts.Sum(value => value.Denominator ?? 0);
            }))
        .QuickCheckThrowOnFailure();

    [Test]
    public void YearToDate_IsTheSumOfItsMonths() =>
        Prop.ForAll(AnyMeasures, measures =>
        {
            var values = new KpiValueIndex(Evaluate(measures));
            return ReportingMonth.Range(Given.Month("2015-04"), Given.Month("2017-03")).All(month =>
            {
                var year = values.Find(Given.Share.Id, Level.Partnership, "SEL", new Period(PeriodKind.YearToDate, month));
                var months = new Period(PeriodKind.YearToDate, month).Months
                    .Select(each => values.Find(Given.Share.Id, Level.Partnership, "SEL", new Period(PeriodKind.Month, each)));
                return (year?.Numerator ?? 0) == months.Sum(each => each?.Numerator ?? 0);
            });
        }).QuickCheckThrowOnFailure();

    [Test]
    public void EveryMonth_AgreesWithANaiveRecomputation() =>
        Prop.ForAll(AnyMeasures, measures => Evaluate(measures)
            .Where(value => value.Kpi == Given.Share.Id && value.Period.Kind == PeriodKind.Month && value.Level == Level.Provider)
            .All(value =>
            {
                var mine = measures.Where(row => row.Organisation == value.Organisation && row.Month == value.Period.LastMonth).ToList();
                var all = mine.Where(row => row.Measure == "all").Sum(row => row.Value);
                return value.Value == (all == 0 ? null : mine.Where(row => row.Measure == "within").Sum(row => row.Value) / all);
            }))
        .QuickCheckThrowOnFailure();
}
