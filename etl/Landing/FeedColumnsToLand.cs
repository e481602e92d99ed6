using System.Data.Common;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Sources;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Landing;

/// <summary>
/// How each column of a feed lands: as it is, or, where it is personal, as what its treatment makes of it before anything touches
/// a disk.
/// </summary>
public static class FeedColumnsToLand
{
    /// <exception cref="SourceException">The source no longer gives a column of the feed.</exception>
    public static IReadOnlyList<LandingColumn> Of(Feed feed, DbDataReader reader, Pseudonymiser? pseudonymiser)
    {
        var ordinals = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, StringComparer.OrdinalIgnoreCase);
        var missing = feed.Columns.Where(column => column.IsLanded && !ordinals.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        if (missing.Count > 0)
        {
            throw new SourceException(
                $"The source of {feed.Id} gives no column {string.Join(", ", missing)}: it was renamed or removed there. " +
                $"Change {feed.ConfigFile} and its query to what the source has now.");
        }

        return [.. feed.Columns.Where(column => column.IsLanded).Select(column => Land(column, ordinals, reader, pseudonymiser))];
    }

    private static LandingColumn Land(
        ColumnSpec column, Dictionary<string, int> ordinals, DbDataReader reader, Pseudonymiser? pseudonymiser)
    {
        var ordinal = ordinals[column.Name];
        return column switch
        {
            { Personal: PersonalTreatment.Pseudonymise } => LandingColumn.Uuid(
                column.LandsAs, row => pseudonymiser!.Of(row.IsDBNull(ordinal) ? null : row.GetString(ordinal))),
            { Band: BandKind.PostcodeArea } => LandingColumn.Text(
                column.LandsAs, row => row.IsDBNull(ordinal) ? null : PostcodeArea.Of(row.GetString(ordinal))),
            { Band: BandKind.Age } => LandingColumn.Text(
                column.LandsAs, Age(Day(reader, ordinal), Day(reader, ordinals[column.BandAt!]))),
            _ when reader.GetFieldType(ordinal) == typeof(string) => new LandingColumn(column.LandsAs, LandingType.Text) { Ordinal = ordinal },
            _ => new LandingColumn(column.LandsAs, column.Type, column.Precision, column.Scale) { Ordinal = ordinal },
        };
    }

    private static Func<DbDataReader, string?> Age(Func<DbDataReader, DateOnly?> born, Func<DbDataReader, DateOnly?> at) =>
        row => born(row) is { } birthDate && at(row) is { } day ? AgeBand.Of(birthDate, day) : null;

    private static Func<DbDataReader, DateOnly?> Day(DbDataReader reader, int ordinal) => reader.GetFieldType(ordinal) == typeof(DateOnly)
        ? row => row.IsDBNull(ordinal) ? null : row.GetFieldValue<DateOnly>(ordinal)
        : row => row.IsDBNull(ordinal) ? null : DateOnly.FromDateTime(row.GetDateTime(ordinal));
}
