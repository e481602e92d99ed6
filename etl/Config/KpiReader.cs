using Stp.Etl.Config.Yaml;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;

namespace Stp.Etl.Config;

/// <summary>A KPI's file: the definition in force, its groups with their places, and the definitions before it.</summary>
internal sealed record KpiFile(
    string File, KpiDefinition Current, IReadOnlyList<ConfigValue> Groups, IReadOnlyList<KpiDefinition> Previous);

/// <summary>Reads config/kpis/&lt;kpi&gt;.yaml. What the KPIs may refer to is known by name.</summary>
/// <param name="groups">Null where groups.yaml could not be read.</param>
internal sealed class KpiReader(
    ConfigFolder folder, IReadOnlyCollection<string> measures, IReadOnlyCollection<string> feeds, IReadOnlyCollection<string>? groups)
{
    private const string Folder = "kpis";
    private const string Extension = ".yaml";

    private static readonly PlanKind[] KindsOfPlan = [PlanKind.Trajectory, PlanKind.Target, PlanKind.Standard];

    /// <summary>The KPIs that there are, whether their files can be read or not.</summary>
    public static IReadOnlyList<string> Names(ConfigFolder folder) =>
        [.. folder.Files(Folder, Extension).Select(file => Path.GetFileNameWithoutExtension(file))];

    public IReadOnlyList<KpiFile> Read() =>
    [
        .. folder.Files(Folder, Extension)
            .Select(file => MapReader.ReadFile(folder, file, string.Empty, map => ReadFile(map, file)))
            .OfType<KpiFile>(),
    ];

    private KpiFile ReadFile(MapReader map, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var id = map.Required("id")?.AsId();
        if (id is not null && id != name)
            map.Fault("id", $"'{id}' is not the file's name.", $"Write {name}, or call the file {id}{Extension}.");

        var kpiGroups = GroupsOf(map);
        var current = ReadDefinition(map, name);
        var taken = new HashSet<int>();
        var previous = map.Maps("previous_versions", earlier => ReadPrevious(earlier, current, taken));
        return new KpiFile(file, current, kpiGroups, previous);
    }

    private KpiDefinition ReadPrevious(MapReader map, KpiDefinition current, HashSet<int> taken)
    {
        if (map.Optional("id") is { } id && id.Text != current.Id)
            id.Fault($"'{id.Text}' is another KPI.", $"Write {current.Id}, or leave id out.");

        var definition = ReadDefinition(map, current.Id);
        if (definition.Version >= current.Version && current.Version > 0)
            map.Fault(
                "version",
                $"{definition.Version} is not before the version in force, {current.Version}.",
                "Give each change of a definition a higher version.");
        else if (definition.Version > 0 && !taken.Add(definition.Version))
            map.Fault("version", $"{definition.Version} is there twice.", "Give each version its own number.");

        return definition;
    }

    private KpiDefinition ReadDefinition(MapReader map, string id)
    {
        var unit = map.Required("unit")?.AsWord<Unit>();
        var definition = new KpiDefinition(
            id,
            map.Required("version")?.AsInteger(minimum: 1) ?? 0,
            map.Text("title"),
            map.Required("perspective")?.AsWord<Perspective>() ?? default,
            [.. GroupsOf(map).Select(group => group.AsNameOf("group", groups))],
            map.Text("owner"),
            map.Optional("intervention")?.Text.Trim(),
            [.. map.RequiredList("feeds").Select(feed => feed.AsNameOf("feed", feeds))],
            map.Required("numerator")?.AsNameOf("measure", measures) ?? string.Empty,
            map.Optional("denominator")?.AsNameOf("measure", measures),
            ReadMultiplier(map),
            map.Optional("per")?.AsWord<Per>() ?? Per.Period,
            map.OptionalMap("percentile", ReadPercentile),
            unit ?? default,
            map.Required("direction")?.AsWord<Direction>() ?? default,
            map.Required("roll_up")?.AsWord<RollUp>() ?? default,
            map.Required("basis")?.AsWord<Basis>() ?? default,
            [.. map.RequiredList("levels").Select(level => level.AsWord<Level>()).OfType<Level>()],
            ReadStatusAgainst(map),
            map.OptionalMap("tolerance", ReadTolerance),
            map.Optional("spc_target")?.AsDecimal(),
            map.Text("definition_source"));
        if (unit == Unit.Percent)
            CheckShares(map, definition);
        if (definition.Percentile is not null)
            CheckPercentile(map, definition);

        return definition;
    }

    private static IReadOnlyList<ConfigValue> GroupsOf(MapReader map) => map.RequiredList("groups");

    private static decimal ReadMultiplier(MapReader map)
    {
        var multiplier = map.Optional("multiplier")?.AsDecimal() ?? 1;
        if (multiplier <= 0)
            map.Fault("multiplier", $"{multiplier} is out of range.", "Write a number above 0, such as 1000 for a rate per thousand.");

        return multiplier;
    }

    private static PlanKind[] ReadStatusAgainst(MapReader map)
    {
        if (!map.Has("status_against"))
            return KindsOfPlan;

        var kinds = map.RequiredList("status_against", mayBeOne: true);
        return [.. kinds.Select(kind => kind.AsWord(KindsOfPlan)).OfType<PlanKind>()];
    }

    private static Tolerance ReadTolerance(MapReader map)
    {
        var (absolute, relative) = (map.Optional("absolute")?.AsDecimal(minimum: 0), map.Optional("relative")?.AsDecimal(minimum: 0));
        if (map.Has("absolute") == map.Has("relative"))
            map.Fault("absolute", "is one of two ways to say a tolerance.", "Write either { absolute: x } or { relative: x }.");

        return new Tolerance(absolute ?? relative ?? 0, IsRelative: relative is not null);
    }

    private static Percentile ReadPercentile(MapReader map)
    {
        var share = map.Required("share")?.AsDecimal(0, 1) ?? 0.5m;
        if (share is 0 or 1)
            map.Fault("share", $"{share} is no percentile.", "Write a number between 0 and 1: 0.5 for the median.");

        return new Percentile(share, map.Required("open_from")?.AsInteger(minimum: 1) ?? 1);
    }

    private static void CheckPercentile(MapReader map, KpiDefinition definition)
    {
        if (definition.Denominator is not null)
            map.Fault("denominator", "has no effect beside percentile.", "Take one of the two away.");
        if (definition.Per != Per.Period)
            map.Fault("per", "has no effect beside percentile.", "Take one of the two away.");
        if (definition.RollUp == RollUp.Mean)
            map.Fault("roll_up", "a mean of months is no percentile.", "Write sum for a flow, last for a stock.");
    }

    /// <summary>Shares are fractions: 95 where 0.95 is meant would make every month red, or none.</summary>
    private static void CheckShares(MapReader map, KpiDefinition definition)
    {
        if (definition.SpcTarget is < 0 or > 1)
            map.Fault("spc_target", $"{definition.SpcTarget} is not a share.", "Shares are fractions: write 0.95 for 95%.");
        if (definition.Tolerance is { IsRelative: false, Amount: > 1 })
            map.Fault(
                "tolerance",
                $"{definition.Tolerance.Amount} is not a share.",
                "Shares are fractions: write 0.02 for two percentage points.");
    }
}
