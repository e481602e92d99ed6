using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>KPI values as if computed, for the tests of what is said about them.</summary>
internal static class Scored
{
    /// <summary>A whole December 2018, judged by the rule where it has a plan.</summary>
    public static KpiValue Value(
        KpiDefinition kpi,
        decimal? value,
        decimal? plan = null,
        string organisation = "SEL",
        PlanKind? against = PlanKind.Trajectory,
        decimal? denominator = null,
        string? reservation = null)
    {
        var tolerance = plan is { } level ? kpi.ToleranceFor(level, null) : null;
        var verdict = StatusRule.Judge(value, plan, tolerance, kpi.Direction, reservation, null);
        return new KpiValue(
            kpi.Id,
            kpi.Version,
            Given.Organisation(organisation).Level!.Value,
            organisation,
            Given.Monthly("2018-12"),
            null,
            denominator,
            value,
            null,
            against == PlanKind.Trajectory ? plan : null,
            against == PlanKind.Target ? plan : null,
            null,
            against == PlanKind.Standard ? plan : null,
            plan,
            plan is null ? null : against,
            plan is null ? null : "C1",
            StatusRule.Variance(value, plan, kpi.Direction),
            tolerance,
            verdict.Status,
            verdict.Reason,
            IsPartial: false,
            IsStale: false,
            Given.Day("2018-12-31"),
            null,
            null);
    }

    /// <summary>Values of one kind of period, one a month, the last of them December 2018; null leaves a month out.</summary>
    public static IEnumerable<KpiValue> Months(KpiDefinition kpi, PeriodKind kind, params decimal?[] values)
    {
        var first = Given.Month("2018-12").PlusMonths(1 - values.Length);
        return values
            .Select((value, at) => Value(kpi, value) with { Period = new Period(kind, first.PlusMonths(at)) })
            .Where(value => value.Value is not null);
    }
}
