using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;

namespace Stp.Scorecard.Packs;

/// <summary>How one organisation stands on a KPI in the month of the page.</summary>
/// <param name="Code">The ODS code.</param>
public sealed record OrganisationStatus(string Code, string ShortName, string Value, RagStatus Status);

/// <summary>One KPI on the scorecard page, all of it as it is written there. "–" stands for "no figure".</summary>
/// <param name="Latest">The partnership's latest value.</param>
/// <param name="LatestMonth">Its month; empty where it is the month of the page.</param>
/// <param name="Variance">Distance from plan, signed so that plus is better.</param>
/// <param name="DataNote">Complete to which day, part of a month, stale or provisional: in words.</param>
/// <param name="NeedsCare">The note says something that a reader must know before using the figure.</param>
/// <param name="Reason">Why there is no value, in words; empty where there is one.</param>
/// <param name="Organisations">The providers that have the KPI, in the order of the page.</param>
/// <param name="Trend">The partnership's months, for the sparkline.</param>
public sealed record ScorecardRow(
    string Kpi,
    string Title,
    Perspective Perspective,
    string Latest,
    string LatestMonth,
    string Baseline,
    string Plan,
    string Target,
    string Variance,
    string YearToDate,
    RagStatus Status,
    string DataNote,
    bool NeedsCare,
    string Reason,
    IReadOnlyList<OrganisationStatus> Organisations,
    Trend Trend);
