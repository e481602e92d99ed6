using Stp.Scorecard.Packs;
using Stp.Etl.Config.Text;
using Stp.Etl.Config.Yaml;

namespace Stp.Etl.Config;

/// <summary>What stp.yaml says, as far as it could be read.</summary>
/// <param name="Partnership">With its place, for it must be in organisations.csv; null after a fault.</param>
/// <param name="Sources">A source whose kind could not be read has none, so that its feeds are not blamed for it.</param>
internal sealed record Settings(
    ConfigValue? Partnership,
    TimeZoneInfo TimeZone,
    DateOnly? AsOf,
    PlanMonths PlanPeriod,
    RetentionSettings Retention,
    PseudonymKeySettings PseudonymKey,
    SampleSettings Sample,
    IReadOnlyDictionary<string, SourceKind?> Sources);

/// <summary>Reads config/stp.yaml.</summary>
internal static class SettingsReader
{
    public const string File = "stp.yaml";

    /// <summary>The one in service, and one to roll back to.</summary>
    private const int FewestPublishedSnapshots = 2;

    private static readonly PseudonymKeySettings NoKey = new(Variable: null, File: null);

    private static readonly SampleSettings DefaultSample = new(Seed: 2016, Scale: 1);

    public static Settings? Read(ConfigFolder folder) => MapReader.ReadFile(
        folder,
        File,
        "Write the settings of the partnership: partnership, time_zone, plan_period, sources, retention.",
        Read);

    private static Settings Read(MapReader map)
    {
        var sources = map.NamedMaps("sources", source => new NamedKind(source.Required("kind")?.AsWord<SourceKind>()));
        foreach (var name in sources.Keys.Where(name => !Identifier.IsSnakeCase(name)))
        {
            map.Fault("sources", $"'{name}' is not a name for a source.", "Write lowercase words joined by underscores.");
        }

        return new Settings(
            map.Required("partnership"),
            map.Required("time_zone") is { } zone ? ReadTimeZone(zone) : TimeZoneInfo.Utc,
            map.Optional("as_of")?.AsDate(),
            map.RequiredMap("plan_period", ReadPlanPeriod) ?? new PlanMonths(default, default),
            map.RequiredMap("retention", ReadRetention) ?? new RetentionSettings(FewestPublishedSnapshots),
            map.OptionalMap("secrets", secrets => secrets.RequiredMap("pseudonym_key", ReadPseudonymKey) ?? NoKey) ?? NoKey,
            map.OptionalMap("sample", ReadSample) ?? DefaultSample,
            sources.ToDictionary(source => source.Key, source => source.Value?.Kind, StringComparer.Ordinal));
    }

    private static TimeZoneInfo ReadTimeZone(ConfigValue value)
    {
        if (TimeZones.TryFind(value.Text, out var zone))
            return zone;

        value.Fault($"there is no time zone '{value.Text}'.", Suggestion.For(value.Text, TimeZones.Known));
        return TimeZoneInfo.Utc;
    }

    private static PlanMonths ReadPlanPeriod(MapReader map)
    {
        var from = map.Required("from")?.AsMonth();
        var to = map.Required("to")?.AsMonth();
        if (from > to)
            map.Fault("to", $"{to} is before from, {from}.", "Write the last month of the plan.");

        return new PlanMonths(from ?? default, to ?? default);
    }

    private static RetentionSettings ReadRetention(MapReader map) =>
        new(map.Required("published_snapshots")?.AsInteger(minimum: FewestPublishedSnapshots) ?? FewestPublishedSnapshots);

    private static SampleSettings ReadSample(MapReader map)
    {
        var seed = map.Required("seed")?.AsInteger();
        var scale = map.Required("scale")?.AsDecimal();
        if (scale <= 0)
            map.Fault("scale", $"{scale} is out of range.", "Write a number above 0, such as 0.1; 1 is the true volume.");

        return new SampleSettings(seed ?? DefaultSample.Seed, scale ?? DefaultSample.Scale);
    }

    private static PseudonymKeySettings ReadPseudonymKey(MapReader map)
    {
        var variable = map.Optional("variable");
        var file = map.Optional("file");
        if (map.Has("variable") == map.Has("file"))
            map.Fault("variable", "is one of two ways to find the key.", "Write either variable or file.");

        // Whoever pastes the key itself here must not find it in a log: the value is not repeated.
        if (variable is not null && !Identifier.IsPlain(variable.Text))
            variable.Fault("is not the name of an environment variable.", "Write the variable's name, never the key.");

        return new PseudonymKeySettings(variable?.Text, file?.Text);
    }

    private sealed record NamedKind(SourceKind? Kind);
}
