using System.Globalization;
using System.Text.RegularExpressions;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Config;

/// <summary>A column's type as a feed writes it: <c>text</c>, <c>bigint</c>, <c>decimal(18,2)</c>.</summary>
internal sealed record ColumnType(LandingType Type, int Precision = 0, int Scale = 0)
{
    public bool IsTime => Type is LandingType.Date or LandingType.Timestamp;

    public bool HasOrder => IsTime || Type is LandingType.Integer or LandingType.BigInt or LandingType.Double or LandingType.Decimal;
}

/// <summary>The words for the types of columns, and the values that each takes.</summary>
internal static partial class ColumnTypes
{
    /// <summary>As many digits as DuckDB's decimal holds.</summary>
    private const int MostDigits = 38;

    private static readonly Dictionary<string, LandingType> Simple = new(StringComparer.Ordinal)
    {
        ["text"] = LandingType.Text,
        ["boolean"] = LandingType.Boolean,
        ["integer"] = LandingType.Integer,
        ["bigint"] = LandingType.BigInt,
        ["double"] = LandingType.Double,
        ["date"] = LandingType.Date,
        ["timestamp"] = LandingType.Timestamp,
    };

    private static readonly string[] TimestampForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF",
        "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFF",
    ];

    private const NumberStyles DecimalWithDot = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static ColumnType? Read(ConfigValue word)
    {
        if (Simple.TryGetValue(word.Text, out var type))
            return new ColumnType(type);

        var match = DecimalForm().Match(word.Text);
        if (!match.Success)
        {
            word.Fault($"'{word.Text}' is not a type.", $"Write one of: {string.Join(", ", Simple.Keys)}, decimal(18,2).");
            return null;
        }

        var precision = int.Parse(match.Groups["precision"].ValueSpan, CultureInfo.InvariantCulture);
        var scale = int.Parse(match.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture);
        if (precision is >= 1 and <= MostDigits && scale <= precision)
            return new ColumnType(LandingType.Decimal, precision, scale);

        word.Fault(
            $"'{word.Text}' is no decimal that can be held.",
            $"Write 1 to {MostDigits} digits, of which no more than all stand behind the dot, such as decimal(18,2).");
        return null;
    }

    /// <summary>A value of the type, that can be compared with others of it; null where the text is none.</summary>
    public static IComparable? Parse(ColumnType type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return type.Type switch
        {
            LandingType.Text => text,
            LandingType.Boolean when text is "true" or "false" => text == "true",
            LandingType.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) => number,
            LandingType.BigInt when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) => number,
            LandingType.Double when double.TryParse(text, NumberStyles.Float, culture, out var number) && double.IsFinite(number) => number,
            LandingType.Decimal when FitsDecimal(type, text) => decimal.Parse(text, DecimalWithDot, culture),
            LandingType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var date) => date,
            LandingType.Timestamp when DateTime.TryParseExact(text, TimestampForms, culture, DateTimeStyles.None, out var time) => time,
            _ => null,
        };
    }

    private static bool FitsDecimal(ColumnType type, string text)
    {
        var match = DecimalValue().Match(text);
        return match.Success
            && match.Groups["whole"].Length <= type.Precision - type.Scale
            && match.Groups["fraction"].Length <= type.Scale
            && decimal.TryParse(text, DecimalWithDot, CultureInfo.InvariantCulture, out _);
    }

    [GeneratedRegex("^decimal\\((?<precision>[0-9]{1,3}),\\s*(?<scale>[0-9]{1,3})\\)\\z")]
    private static partial Regex DecimalForm();

    [GeneratedRegex("^-?0*(?<whole>[0-9]*)(\\.(?<fraction>[0-9]+))?\\z")]
    private static partial Regex DecimalValue();
}
