using Stp.Scorecard.Groups;
using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>Makes a group's pack for a month from the computed values: every number and every sentence of it. Pure.</summary>
public static class PackBuilder
{
    /// <param name="month">Figures of later months are left out.</param>
    public static Pack Build(PackSources sources, Group group, ReportingMonth month)
    {
        var kpis = group.Kpis
            .Select(id => sources.Kpis.First(kpi => kpi.Id == id))
            .OrderBy(kpi => kpi.Perspective)
            .ToList();
        var sections = kpis.Select(kpi => Section(sources, kpi, group.Charts, month)).ToList();
        var summary = PageSummary.Of(sources.Partnership, kpis, sources.Organisations, sources.Values, month);
        return new Pack(
            group,
            sources.Self.Name,
            month,
            sources.PlanMonths,
            sources.Stamp,
            summary.NeedsAttention,
            summary.GoingWell,
            sections,
            Source(sources, kpis),
            [.. sections.Where(section => section.Row.NeedsCare).Select(Notice)]);
    }

    private static PackSection Section(PackSources sources, KpiDefinition kpi, IReadOnlyList<GroupCharts> charts, ReportingMonth month)
    {
        var members = sources.MembersOf(kpi, month);
        var own = TrendBuilder.Build(sources, kpi, Level.Partnership, sources.Self, month);
        var row = ScorecardRowBuilder.Build(sources, kpi, own, members, month);
        var shown = own.Latest?.Month ?? month;
        var trends = members.Select(member => TrendBuilder.Build(sources, kpi, PackSources.MemberLevel(kpi), member, month)).ToList();
        return new PackSection(
            row,
            charts.Contains(GroupCharts.Partnership) ? own : null,
            charts.Contains(GroupCharts.ByOrganisation) ? trends : [],
            charts.Contains(GroupCharts.EachOrganisation) ? trends : [],
            Comparison.Message(sources, kpi, members, shown),
            TrendBuilder.Subtitle(kpi, "by organisation on one axis", sources.PlanMonths, shown));
    }

    private static string Notice(PackSection section) => section.Row.Reason.Length > 0
        ? $"{section.Row.Title}: {section.Row.DataNote} ({section.Row.Reason})."
        : $"{section.Row.Title}: {section.Row.DataNote}.";

    private static string Source(PackSources sources, IReadOnlyList<KpiDefinition> kpis)
    {
        var feeds = kpis.SelectMany(kpi => kpi.Feeds).Distinct().Select(feed => sources.FeedTitles.GetValueOrDefault(feed, feed));
        var versions = kpis.Select(kpi => kpi.Version).Distinct().Order().ToList();
        var definitions = versions is [var only] ? $"definitions: version {only}" : $"definitions: versions {string.Join(", ", versions)}";
        return $"Source: {string.Join(", ", feeds)} · {definitions} · publication {sources.Stamp.PublicationId} · Stp {sources.Stamp.ProgramVersion}";
    }
}
