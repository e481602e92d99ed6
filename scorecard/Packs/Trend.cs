using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>One month of a trend. Shares are fractions; null is "no figure", which is not 0.</summary>
/// <param name="ValueText">The value as it is written; "–" where there is none.</param>
/// <param name="Trajectory">The trajectory that the month is judged by, or will be.</param>
/// <param name="FirstTrajectory">The trajectory as it was first agreed, from where another one took its place.</param>
/// <param name="IsPartial">The data do not reach the month's last day.</param>
/// <param name="StartsNewPlan">From this month on another trajectory is in force than in the month before.</param>
public sealed record TrendMonth(
    ReportingMonth Month,
    decimal? Value,
    string ValueText,
    decimal? Trajectory,
    string TrajectoryText,
    decimal? FirstTrajectory,
    RagStatus Status,
    bool IsPartial,
    bool StartsNewPlan = false);

/// <summary>A level that stands across a chart: a baseline, target or standard.</summary>
/// <param name="Label">What it is and how much: "Baseline 2015/16: 88.1%".</param>
public sealed record TrendLevel(decimal Value, string Label);

/// <summary>One KPI of one organisation over the whole plan period: everything that its trend chart shows, in words and numbers.</summary>
/// <param name="Organisation">The ODS code.</param>
/// <param name="OrganisationName">The short name.</param>
/// <param name="Message">What the chart says: its title.</param>
/// <param name="Subtitle">What is measured, for whom, its unit and the period.</param>
/// <param name="Months">Every month of the plan period, in order.</param>
/// <param name="TrajectoryLabel">What stands at the end of the trajectory.</param>
/// <param name="FirstTrajectoryLabel">What stands at the end of the plan as first agreed; empty where it is the one in force.</param>
/// <param name="Note">What a reader must know of the data, such as a part month or late data; empty where there is nothing.</param>
/// <param name="Source">Source, definition version, dates and publication: the line at the foot.</param>
public sealed record Trend(
    string Kpi,
    string KpiTitle,
    Level Level,
    string Organisation,
    string OrganisationName,
    Unit Unit,
    string Message,
    string Subtitle,
    IReadOnlyList<TrendMonth> Months,
    TrendLevel? Baseline,
    TrendLevel? Target,
    TrendLevel? Standard,
    string TrajectoryLabel,
    string FirstTrajectoryLabel,
    string Note,
    string Source)
{
    /// <summary>The last month with a value; null where there is none.</summary>
    public TrendMonth? Latest => Months.LastOrDefault(month => month.Value is not null);
}
