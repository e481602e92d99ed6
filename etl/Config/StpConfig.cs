using System.Globalization;
using Stp.Etl.Feeds;
using Stp.Scorecard.Groups;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Plans;

namespace Stp.Etl.Config;

/// <summary>Where the rows of a source live.</summary>
public enum SourceKind
{
    /// <summary>The embedded sample source, made from a seed.</summary>
    Sample,

    /// <summary>Files in data/drop, a folder per feed.</summary>
    Files,
}

public sealed record SourceSettings(string Name, SourceKind Kind);

/// <param name="Scale">1 is the true volume.</param>
public sealed record SampleSettings(int Seed, decimal Scale)
{
    /// <summary>As messages say it; 0.10 is 0.1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, scale {Scale:0.######}");
}

/// <param name="PublishedSnapshots">How many are kept, the one in service included; at least 2, for rollback.</param>
public sealed record RetentionSettings(int PublishedSnapshots);

/// <summary>Where the key of the pseudonyms is found: one of the two. The sample brings its own.</summary>
/// <param name="Variable">The name of the environment variable that holds the key.</param>
/// <param name="File">A file that holds the key.</param>
public sealed record PseudonymKeySettings(string? Variable, string? File);

/// <summary>config/measures/&lt;measure&gt;.sql: an additive number by month, basis and organisation.</summary>
/// <param name="Description">The file's first comment.</param>
public sealed record MeasureSql(string Name, string Description, string Sql, string File);

/// <summary>Everything in config/, validated as a whole.</summary>
/// <param name="Partnership">The code, in organisations.csv, of the partnership that all this is about.</param>
/// <param name="TimeZone">The zone of clock times in the sources and of due times, such as Europe/London.</param>
/// <param name="AsOf">Set for the sample; null means today.</param>
public sealed record StpConfig(
    string Directory,
    string Partnership,
    TimeZoneInfo TimeZone,
    DateOnly? AsOf,
    PlanMonths PlanPeriod,
    RetentionSettings Retention,
    PseudonymKeySettings PseudonymKey,
    SampleSettings Sample,
    IReadOnlyDictionary<string, SourceSettings> Sources,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Feed> Feeds,
    IReadOnlyList<MeasureSql> Measures,
    IReadOnlyList<KpiDefinition> Kpis,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<PlanChange> PlanChanges)
{
    /// <summary>Definitions that were in force before, of the KPIs that list them.</summary>
    public IReadOnlyList<KpiDefinition> PreviousKpis { get; init; } = [];

    /// <summary>The files that all this was read from, as they were then: an edit made during a run waits for the next.</summary>
    public IReadOnlyList<ConfigFile> Files { get; init; } = [];

    public bool UsesSample => Sources.Values.Any(source => source.Kind == SourceKind.Sample);
}
