using System.Data.Common;
using System.Globalization;
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
    private const int LengthOfDay = 10;

    /// <exception cref="SourceException">The source no longer gives a column of the feed, or one of a type that cannot be treated.</exception>
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

        return [.. feed.Columns.Where(column => column.IsLanded).Select(column => Land(feed, column, ordinals, reader, pseudonymiser))];
    }

    private static LandingColumn Land(
        Feed feed, ColumnSpec column, Dictionary<string, int> ordinals, DbDataReader reader, Pseudonymiser? pseudonymiser)
    {
        var ordinal = ordinals[column.Name];
        var type = reader.GetFieldType(ordinal);
        switch (column)
        {
            case { Personal: PersonalTreatment.Pseudonymise }:
                var number = NhsNumberText(type, ordinal) ?? throw Unfit(feed, column.Name, type, "an NHS number is a text or a whole number");
                return LandingColumn.Uuid(column.LandsAs, row => pseudonymiser!.Of(row.IsDBNull(ordinal) ? null : number(row)));
            case { Band: BandKind.PostcodeArea }:
                return type == typeof(string)
                    ? LandingColumn.Text(column.LandsAs, row => row.IsDBNull(ordinal) ? null : PostcodeArea.Of(row.GetString(ordinal)))
                    : throw Unfit(feed, column.Name, type, "a postcode is a text");
            case { Band: BandKind.Age }:
                var at = ordinals[column.BandAt!];
                return LandingColumn.Text(column.LandsAs, Age(
                    Day(type, ordinal, () => NoDay(feed, column.Name)) ?? throw Unfit(feed, column.Name, type, "a birth date is a date or a text such as 2018-12-31"),
                    Day(reader.GetFieldType(at), at, null) ?? throw Unfit(feed, column.BandAt!, reader.GetFieldType(at), "an age is taken on a day")));
            default:
                return AsItIs(column, ordinal, type);
        }
    }

    /// <summary>What is done to a personal column, as a manifest tells it; null for any other.</summary>
    public static string? TreatmentOf(ColumnSpec column) => column.Personal switch
    {
        PersonalTreatment.None => null,
        PersonalTreatment.Band => string.Join(' ', new[] { "band", column.Band.ToString(), column.BandAt }.OfType<string>()),
        var treatment => treatment.ToString(),
    };

    private static LandingColumn AsItIs(ColumnSpec column, int ordinal, Type type) => type == typeof(string)
        ? new LandingColumn(column.LandsAs, LandingType.Text) { Ordinal = ordinal }
        : new LandingColumn(column.LandsAs, column.Type, column.Precision, column.Scale) { Ordinal = ordinal };

    /// <summary>NHS numbers are held as text or as numbers; ten digits either way.</summary>
    private static Func<DbDataReader, string>? NhsNumberText(Type type, int ordinal) => type switch
    {
        _ when type == typeof(string) => row => row.GetString(ordinal),
        _ when type == typeof(int) => row => row.GetInt32(ordinal).ToString("D10", CultureInfo.InvariantCulture),
        _ when type == typeof(long) => row => row.GetInt64(ordinal).ToString("D10", CultureInfo.InvariantCulture),
        _ when type == typeof(decimal) => row => row.GetDecimal(ordinal).ToString("0000000000.####", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Func<DbDataReader, string?> Age(Func<DbDataReader, DateOnly?> born, Func<DbDataReader, DateOnly?> at) =>
        row => born(row) is { } birthDate && at(row) is { } day ? AgeBand.Of(birthDate, day) : null;

    /// <param name="noDay">What a text that is no day throws; null where it counts as none, because the contract has a rule for it.</param>
    /// <returns>Null for a type that holds no days.</returns>
    private static Func<DbDataReader, DateOnly?>? Day(Type type, int ordinal, Func<SourceException>? noDay) => type switch
    {
        _ when type == typeof(DateOnly) => row => row.IsDBNull(ordinal) ? null : row.GetFieldValue<DateOnly>(ordinal),
        _ when type == typeof(DateTime) => row => row.IsDBNull(ordinal) ? null : DateOnly.FromDateTime(row.GetDateTime(ordinal)),
        _ when type == typeof(string) => row => row.IsDBNull(ordinal) ? null : IsoDay(row.GetString(ordinal).Trim(), noDay),
        _ => null,
    };

    /// <summary>The day of 2018-12-31, or of 2018-12-31 10:00.</summary>
    private static DateOnly? IsoDay(string text, Func<SourceException>? noDay)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var hasDayAlone = text.Length <= LengthOfDay || text[LengthOfDay] is ' ' or 'T';
        var day = text.AsSpan(0, Math.Min(LengthOfDay, text.Length));
        return hasDayAlone && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : noDay is null ? null
            : throw noDay();
    }

    private static SourceException NoDay(Feed feed, string column) => new(
        $"{feed.Id}: column {column} holds a text that is no day such as 2018-12-31, so that its age band cannot be told.");

    private static SourceException Unfit(Feed feed, string column, Type type, string expected) => new(
        $"{feed.Id}: column {column} is handed over as {type.Name}, but {expected}. Change {feed.ConfigFile} or its query.");
}
