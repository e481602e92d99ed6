using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>Makes the trend of one KPI and organisation, up to the month of the pack.</summary>
internal static class TrendBuilder
{
    public static Trend Build(PackSources sources, KpiDefinition kpi, Level level, Organisation organisation, ReportingMonth month)
    {
        var plan = sources.PlanOf(kpi, level, organisation.OdsCode);
        var planned = plan.TrajectoryPoints(sources.PlanMonths.From, sources.PlanMonths.To);
        var revision = PlanRevision.Of(plan, planned, month);
        var months = planned
            .Select((each, i) => Month(sources, kpi, level, organisation.OdsCode, month, each) with
            {
                FirstTrajectory = revision.First[i],
                StartsNewPlan = i > 0 && planned[i - 1].ChangeId is { } before && each.ChangeId != before,
            })
            .ToList();
        var inForce = plan.At(month.LastDay);
        var now = sources.MonthOf(kpi, level, organisation.OdsCode, month);
        var latest = sources.LatestOf(kpi, level, organisation.OdsCode, month);
        return new Trend(
            kpi.Id, kpi.Title, level, organisation.OdsCode, organisation.ShortName, kpi.Unit,
            Message(sources, kpi, organisation, now, latest),
            Subtitle(kpi, organisation.Name, sources.PlanMonths, latest?.Period.LastMonth ?? month),
            months,
            Level(inForce.Baseline, kpi.Unit, BaselineName(inForce.Baseline)),
            Level(inForce.Target, kpi.Unit, TargetName(inForce)),
            IsTargetTheStandard(inForce) ? null : Level(inForce.Standard, kpi.Unit, "Standard"),
            EndLabel("Trajectory", months[^1].Trajectory, kpi.Unit),
            EndLabel("As first agreed", months[^1].FirstTrajectory, kpi.Unit),
            Note(now, latest, revision, month),
            Source(sources, kpi));
    }

    /// <summary>What is shown, of whom, its unit and the period.</summary>
    public static string Subtitle(KpiDefinition kpi, string who, PlanMonths months, ReportingMonth last) =>
        $"{kpi.Title} · {who} · {UnitWords(kpi)}, {months.From.ToWords()} to {last.ToWords()}, plan to {months.To.ToWords()}";

    /// <summary>The month's value, unless it is past the pack's month, beside the plan for it.</summary>
    private static TrendMonth Month(
        PackSources sources, KpiDefinition kpi, Level level, string organisation, ReportingMonth last, PlannedMonth planned)
    {
        var value = planned.Month <= last ? sources.MonthOf(kpi, level, organisation, planned.Month) : null;
        return new TrendMonth(
            planned.Month, value?.Value, ValueFormat.Value(value?.Value, kpi.Unit), planned.Value, ValueFormat.Value(planned.Value, kpi.Unit),
            null, value?.Status ?? RagStatus.Grey, value?.IsPartial ?? false);
    }

    /// <summary>Where the month has no figure yet, the message is about the last month that has one, and says which.</summary>
    private static string Message(PackSources sources, KpiDefinition kpi, Organisation organisation, KpiValue? now, KpiValue? latest)
    {
        if (latest is null)
        {
            return now is null
                ? $"{organisation.ShortName}: no figures yet"
                : Headline.ForChart(kpi, organisation, now, Movement.None);
        }

        var message = Headline.ForChart(kpi, organisation, latest, Movement.Of(kpi, latest, sources.Values));
        return now?.Value is null ? $"{message} ({latest.Period.ToWords()})" : message;
    }

    private static string UnitWords(KpiDefinition kpi)
    {
        var unit = kpi.Unit switch
        {
            Unit.Percent => "percent",
            Unit.Minutes => "minutes",
            Unit.Days => "days",
            Unit.Weeks => "weeks",
            Unit.Gbp => "pounds",
            _ => "number",
        };
        return kpi.Per switch
        {
            Per.Day => $"{unit} a day, averaged by month",
            Per.Midnight => $"{unit} at midnight, averaged by month",
            _ => $"{unit}, by month",
        };
    }

    private static string BaselineName(PlanValue? baseline) =>
        baseline?.Date is { Month: 3, Day: 31 } end ? $"Baseline {FinancialYear.Of(end)}" : "Baseline";

    private static string TargetName(PlanInForce plan)
    {
        var name = plan.Target?.Date is { } due ? $"Target by {ReportingMonth.Of(due).ToWords()}" : "Target";
        return IsTargetTheStandard(plan) ? name + " and standard" : name;
    }

    /// <summary>Two lines on one level would hide one another.</summary>
    private static bool IsTargetTheStandard(PlanInForce plan) => plan.Target?.Value is { } target && target == plan.Standard?.Value;

    private static TrendLevel? Level(PlanValue? plan, Unit unit, string name) =>
        plan?.Value is { } value ? new TrendLevel(value, $"{name}: {ValueFormat.Value(value, unit)}") : null;

    private static string EndLabel(string name, decimal? value, Unit unit) =>
        value is null ? string.Empty : $"{name}: {ValueFormat.Value(value, unit)}";

    private static string Note(KpiValue? now, KpiValue? latest, PlanRevision revision, ReportingMonth month)
    {
        var state = DataState.Of(now, latest, month);
        List<string> notes = [];
        if (state.NeedsCare)
            notes.Add(now?.StatusReason is { } reason ? $"{month.ToWords()} is not judged: {reason}." : $"{month.ToWords()}: {state.Words}.");
        if (revision.Since is { } since)
            notes.Add($"The plan was changed from {since.ToWords()} on; the light dashed line is the plan as first agreed.");
        return string.Join(' ', notes);
    }

    private static string Source(PackSources sources, KpiDefinition kpi)
    {
        var feeds = string.Join(", ", kpi.Feeds.Select(feed => sources.FeedTitles.GetValueOrDefault(feed, feed)));
        return $"Source: {feeds} · definition version {kpi.Version}: {kpi.DefinitionSource} · data as at {PackText.Day(sources.Stamp.DataAsAt)}, "
            + $"published {PackText.Moment(sources.Stamp.PublishedAt)} · publication {sources.Stamp.PublicationId}";
    }
}
