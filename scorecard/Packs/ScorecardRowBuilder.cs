using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>
/// Makes the row of one KPI. It shows the month of the page, or the last month that has a figure with that month's plan and status; where
/// the page's month is stale the status is grey all the same, since an old green says nothing about now.
/// </summary>
internal static class ScorecardRowBuilder
{
    public static ScorecardRow Build(
        PackSources sources, KpiDefinition kpi, Trend trend, IReadOnlyList<Organisation> members, ReportingMonth month)
    {
        var now = sources.MonthOf(kpi, Level.Partnership, sources.Partnership, month);
        var latest = sources.LatestOf(kpi, Level.Partnership, sources.Partnership, month);
        var shown = latest ?? now;
        var shownMonth = shown?.Period.LastMonth ?? month;
        var plan = sources.PlanOf(kpi, Level.Partnership, sources.Partnership);
        var inForce = plan.At(shownMonth.LastDay);
        var judged = kpi.StatusAgainst.Select(inForce.Of).FirstOrDefault(each => each is not null);
        var yearToDate = sources.Values.Find(kpi.Id, Level.Partnership, sources.Partnership, new Period(PeriodKind.YearToDate, shownMonth));
        var state = DataState.Of(now, latest, month);
        return new ScorecardRow(
            kpi.Id,
            TitleWithUnit(kpi),
            kpi.Perspective,
            ValueFormat.Value(latest?.Value, kpi.Unit),
            latest is not null && shownMonth != month ? PackText.ShortMonth(shownMonth) : string.Empty,
            ValueFormat.Plan(inForce.Baseline?.Value, inForce.Baseline?.Words, kpi.Unit),
            ValueFormat.Plan(shown?.Plan ?? judged?.Value, judged?.Words, kpi.Unit),
            ValueFormat.Plan(inForce.Target?.Value, inForce.Target?.Words, kpi.Unit),
            ValueFormat.Variance(latest?.Variance, kpi.Unit),
            ValueFormat.Value(yearToDate?.Value, kpi.Unit),
            now is { IsStale: true } ? RagStatus.Grey : latest?.Status ?? RagStatus.Grey,
            state.Words + PlanNote(plan, sources, month),
            state.NeedsCare,
            latest is null ? now?.StatusReason ?? GreyReason.NothingLoaded : string.Empty,
            [.. members.Select(member => Member(sources, kpi, member, shownMonth))],
            trend);
    }

    /// <summary>A table has no room for units behind its numbers: what is neither a share, a count nor money says its unit here.</summary>
    private static string TitleWithUnit(KpiDefinition kpi) => kpi.Unit is Unit.Minutes or Unit.Days or Unit.Weeks
        ? $"{kpi.Title}, {Words.For(kpi.Unit)}"
        : kpi.Title;

    private static string PlanNote(OrganisationPlan plan, PackSources sources, ReportingMonth month)
    {
        var planned = plan.TrajectoryPoints(sources.PlanMonths.From, sources.PlanMonths.To);
        return PlanRevision.Of(plan, planned, month).Since is { } since ? $"; plan changed {PackText.ShortMonth(since)}" : string.Empty;
    }

    private static OrganisationStatus Member(PackSources sources, KpiDefinition kpi, Organisation member, ReportingMonth month)
    {
        var value = sources.MonthOf(kpi, PackSources.MemberLevel(kpi), member.OdsCode, month);
        return new OrganisationStatus(
            member.OdsCode, member.ShortName, ValueFormat.Value(value?.Value, kpi.Unit), value?.Status ?? RagStatus.Grey);
    }
}
