using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Plans;

/// <summary>What a line of config/plans/changes.csv sets.</summary>
public enum PlanKind
{
    Baseline,
    Trajectory,
    Target,
    Standard,
    Tolerance,
    Rebase,
}

/// <summary>How a trajectory runs between two points.</summary>
public enum PlanShape
{
    Linear,
    Step,
}

/// <summary>
/// One line of config/plans/changes.csv: one value that one change sets for one KPI and organisation. Lines that share a change id,
/// KPI, kind, level and organisation belong together: the points of a trajectory are one line each.
/// </summary>
/// <param name="Organisation">The ODS code, or the partnership's own code at partnership level.</param>
/// <param name="PeriodDate">A trajectory's point, a target's due date, the last day of the baseline's period, a rebase's date.</param>
/// <param name="Value">Null for a value that is not agreed yet; <paramref name="ValueText"/> then says how that was put ("TBC").</param>
/// <param name="EffectiveFrom">Periods that end on or after this day are judged by it.</param>
/// <param name="RecordedAt">When the line was entered, a London date.</param>
/// <param name="ApprovedBy">The group that approved it; empty means that it is only proposed and does not count.</param>
/// <param name="Line">The line of the file, counted from 1.</param>
public sealed record PlanChange(
    string ChangeId,
    string Kpi,
    PlanKind Kind,
    Level Level,
    string Organisation,
    DateOnly? PeriodDate,
    decimal? Value,
    string ValueText,
    PlanShape Shape,
    DateOnly EffectiveFrom,
    DateOnly RecordedAt,
    string ProposedBy,
    string? ApprovedBy,
    string Reason,
    int Line);
