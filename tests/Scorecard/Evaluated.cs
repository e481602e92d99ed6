using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>The values that an evaluation gave, to be asked for one.</summary>
internal sealed record Evaluated(IReadOnlyList<KpiValue> All)
{
    public static Evaluated From(
        IEnumerable<MeasureValue> measures, KpiDefinition kpi, string plans, string asOf, FeedState feed, string from)
    {
        var evaluator = new KpiEvaluator(
            Given.Partnership, Given.Organisations, Given.Plans(plans), [feed], Given.Month(from), Given.Day(asOf));
        return new Evaluated(evaluator.Evaluate([kpi], measures));
    }

    public KpiValue? Find(string organisation, PeriodKind kind, string month) =>
        All.SingleOrDefault(value => value.Organisation == organisation && value.Period == new Period(kind, Given.Month(month)));

    public KpiValue One(string organisation, PeriodKind kind, string month) =>
        Find(organisation, kind, month) ?? throw new AssertionException($"No value for {organisation}, {kind} {month}.");
}
