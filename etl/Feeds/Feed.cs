namespace Stp.Etl.Feeds;

/// <summary>How a feed's new rows are found at its source.</summary>
public enum FeedMode
{
    /// <summary>By a column that says when a row last changed, with an overlap re-read for rows that commit late.</summary>
    Timestamp,

    /// <summary>
    /// A state counted as at a date, such as open pathways at month end: each census that an extract holds replaces the one of its date
    /// whole. The last censuses are read again for as long as the lag says, since their sources go on correcting them.
    /// </summary>
    Census,

    /// <summary>Files in a drop folder, each read once for each content.</summary>
    Files,
}

/// <summary>What a feed's business date stands for: a day, or the whole month that it begins.</summary>
public enum BusinessPeriod
{
    Day,
    Month,
}

/// <summary>The column that extract windows go by, when a row last changed or which census it is of, and how far back each extract reads again.</summary>
/// <param name="Lag">The overlap; never negative.</param>
public sealed record WatermarkSpec(string Column, TimeSpan Lag);

/// <summary>How many rejects of a batch are still normal: beyond this share of its rows the batch fails whole.</summary>
/// <param name="Share">0 to 1.</param>
public sealed record RejectLimit(decimal Share);

/// <summary>One known form of a feed's files, recognised by its columns and read by its own query.</summary>
/// <param name="Recognised">The columns that a file of this layout has, all of them; more are ignored.</param>
/// <param name="Query">The text of the .sql file: selects the feed's columns, as text, from <c>file</c>.</param>
public sealed record FileLayout(string Name, IReadOnlyList<string> Recognised, string Query, string QueryFile);

/// <summary>A rule over a whole row: an SQL condition that must not be false.</summary>
public sealed record RowRule(string Name, string Sql);

/// <summary>A configured data set from a source: how it is extracted, and the contract that its rows keep.</summary>
/// <param name="Query">The text of the feed's .sql file; for files, each layout has its own.</param>
/// <param name="Key">The columns, as landed, that name a row.</param>
/// <param name="BusinessDate">The column, as landed, that says which day or month a row belongs to.</param>
/// <param name="BusinessPeriod">Whether that date stands for its day or for its month.</param>
/// <param name="FreshForDays">Older data than this at the as-of date are stale.</param>
public sealed record Feed(
    string Id,
    string Title,
    string Grain,
    string Owner,
    string Source,
    FeedMode Mode,
    string? Query,
    string? QueryFile,
    WatermarkSpec? Watermark,
    IReadOnlyList<FileLayout> Layouts,
    IReadOnlyList<string> Key,
    string BusinessDate,
    BusinessPeriod BusinessPeriod,
    int FreshForDays,
    RejectLimit RejectLimit,
    IReadOnlyList<ColumnSpec> Columns,
    IReadOnlyList<RowRule> Rules,
    string ConfigFile);
