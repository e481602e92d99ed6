using Stp.Etl.Config.Yaml;
using Stp.Scorecard.Groups;

namespace Stp.Etl.Config;

/// <summary>A group of groups.yaml, with the places of its KPIs.</summary>
internal sealed record GroupEntry(Group Group, ConfigValue? Id, IReadOnlyList<ConfigValue> Kpis);

/// <summary>Reads config/groups.yaml, and sees that its groups and the KPIs' own lists of groups agree.</summary>
internal static class GroupReader
{
    public const string File = "groups.yaml";

    /// <summary>Null, after a fault, where the file could not be read.</summary>
    public static IReadOnlyList<GroupEntry>? Read(ConfigFolder folder, IReadOnlyCollection<string> kpis)
    {
        var read = MapReader.ReadFile(folder, File, "Write the list of groups, with their KPIs.", map => Read(map, kpis));
        return read?.Groups;
    }

    public static void CheckMembership(FaultList faults, IReadOnlyList<GroupEntry> groups, IReadOnlyList<KpiFile> kpis)
    {
        foreach (var group in groups)
        {
            foreach (var kpi in group.Kpis.Where(listed => kpis.Any(kpi => IsOf(kpi, listed) && !Names(kpi, group))))
            {
                kpi.Fault(
                    $"{kpi.Text} does not name this group.",
                    $"Add {group.Group.Id} to groups in kpis/{kpi.Text}.yaml, or take {kpi.Text} out here.");
            }
        }

        foreach (var kpi in kpis)
        {
            foreach (var group in kpi.Groups.Where(named => groups.Any(group => IsOf(group, named) && !Lists(group, kpi))))
            {
                faults.Add(
                    group.Place,
                    $"{group.Text} does not list this KPI.",
                    $"Add {kpi.Current.Id} to its kpis in {File}, in the place where it is to be shown, or take {group.Text} out here.");
            }
        }
    }

    private static bool IsOf(KpiFile kpi, ConfigValue id) => kpi.Current.Id == id.Text;

    private static bool IsOf(GroupEntry group, ConfigValue id) => group.Group.Id == id.Text;

    private static bool Names(KpiFile kpi, GroupEntry group) => kpi.Current.Groups.Contains(group.Group.Id);

    private static bool Lists(GroupEntry group, KpiFile kpi) => group.Group.Kpis.Contains(kpi.Current.Id);

    private static GroupList Read(MapReader map, IReadOnlyCollection<string> kpis)
    {
        if (!map.Has("groups"))
            map.Fault("groups", "is missing.", "Write the list of groups, with their KPIs.");

        var groups = map.Maps("groups", group => ReadGroup(group, kpis));
        var ids = groups.Select(group => group.Id).OfType<ConfigValue>();
        foreach (var repeated in ids.GroupBy(id => id.Text).SelectMany(same => same.Skip(1)))
        {
            repeated.Fault($"there is a group '{repeated.Text}' already.", "Give each group an id of its own.");
        }

        return new GroupList(groups);
    }

    private static GroupEntry ReadGroup(MapReader map, IReadOnlyCollection<string> kpis)
    {
        var id = map.Required("id");
        var members = map.RequiredList("kpis");
        var group = new Group(
            id?.AsId() ?? string.Empty,
            map.Text("title"),
            map.Text("lead"),
            [.. members.Select(kpi => kpi.AsNameOf("KPI", kpis))],
            ReadCharts(map));
        return new GroupEntry(group, id, members);
    }

    private static IReadOnlyList<GroupCharts> ReadCharts(MapReader map) => map.Has("charts")
        ? [.. map.RequiredList("charts").Select(chart => chart.AsWord<GroupCharts>()).OfType<GroupCharts>()]
        : Group.AllCharts;

    private sealed record GroupList(IReadOnlyList<GroupEntry> Groups);
}
