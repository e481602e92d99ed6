using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>The value of one KPI for one level, organisation and period, beside the plan it is judged against. Shares are fractions.</summary>
/// <param name="Organisation">The ODS code, or the partnership's own code at partnership level.</param>
/// <param name="Numerator">Null where nothing was measured, which is not 0.</param>
/// <param name="Denominator">Null for a count, or where nothing was measured.</param>
/// <param name="Value">Null where nothing was measured or the denominator is 0.</param>
/// <param name="Trajectory">The trajectory in force at the period's last day, read at that day.</param>
/// <param name="Target">The target in force: the level to reach by <paramref name="TargetDate"/>.</param>
/// <param name="Plan">What the status is judged against: the first of the KPI's kinds that has a value.</param>
/// <param name="Variance">Distance from the plan in the KPI's unit, positive is better; null without value or plan.</param>
/// <param name="Tolerance">How far off is still amber, in the KPI's unit.</param>
/// <param name="StatusReason">Why the status is grey, in words; null when it is not.</param>
/// <param name="IsPartial">The data do not reach the period's last day.</param>
/// <param name="IsStale">A feed behind it failed or is past its freshness, and the period is not covered to its end.</param>
/// <param name="DataTo">The last day that all feeds behind it cover; null when there are no data at all.</param>
/// <param name="Progress">(actual - baseline) / (target - baseline); null where one of them is missing or they are equal.</param>
/// <param name="RequiredRunRate">The change per month still needed to reach the target by its date, in the KPI's unit.</param>
public sealed record KpiValue(
    string Kpi,
    int Version,
    Level Level,
    string Organisation,
    Period Period,
    decimal? Numerator,
    decimal? Denominator,
    decimal? Value,
    decimal? Baseline,
    decimal? Trajectory,
    decimal? Target,
    DateOnly? TargetDate,
    decimal? Standard,
    decimal? Plan,
    PlanKind? PlanKind,
    string? PlanChangeId,
    decimal? Variance,
    decimal? Tolerance,
    RagStatus Status,
    string? StatusReason,
    bool IsPartial,
    bool IsStale,
    DateOnly? DataTo,
    decimal? Progress,
    decimal? RequiredRunRate);
