using Stp.Etl.Config;

namespace Stp.Etl.Runs;

/// <summary>What stays the same through one run.</summary>
/// <param name="Feeds">The feeds to extract; empty for all.</param>
/// <param name="IsFull">Everything is read again and replaces what is there.</param>
public sealed record RunContext(
    string RunId,
    StpConfig Config,
    DataFolder Data,
    DateOnly AsOf,
    bool IsFull,
    IReadOnlyList<string> Feeds,
    TimeProvider Time)
{
    /// <summary>Whether the feed is extracted in this run.</summary>
    public bool Extracts(string feed) => Feeds.Count == 0 || Feeds.Contains(feed);

    /// <summary>Now, UTC, as the tables keep it.</summary>
    public DateTime UtcNow() => DateTime.SpecifyKind(Time.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified);

    /// <summary>Now by the partnership's clocks.</summary>
    public DateTime LocalNow() => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Config.TimeZone).DateTime, DateTimeKind.Unspecified);
}
