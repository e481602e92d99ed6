using System.Text.RegularExpressions;
using Stp.Etl.Config.Yaml;
using Stp.Etl.Feeds;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Config;

/// <summary>Checks that the rules of a column can be kept by values of the type that it lands with.</summary>
internal static partial class ColumnRuleChecks
{
    /// <param name="type">The type as landed.</param>
    /// <param name="values">The values allowed, and those that mean none.</param>
    public static void CheckValues(ColumnType type, PersonalTreatment personal, IReadOnlyList<ConfigValue> values)
    {
        foreach (var value in values.Where(value => ColumnTypes.Parse(type, value.Text) is null))
        {
            if (personal == PersonalTreatment.Pseudonymise)
                value.Fault("has no effect: only a pseudonym of the value lands.", "Take it away.");
            else
                FaultType(type, value);
        }
    }

    public static void CheckBounds(ColumnType type, ConfigValue? minimum, ConfigValue? maximum)
    {
        var (least, greatest) = (Bound(type, minimum), Bound(type, maximum));
        if (least is not null && greatest is not null && least.CompareTo(greatest) > 0)
            maximum!.Fault($"{maximum.Text} is below minimum, {minimum!.Text}.", "Write the greatest value that is allowed.");
    }

    public static void CheckCode(MapReader map, ColumnType type, bool isCode, IReadOnlyList<ConfigValue> allowed)
    {
        if (!isCode)
            return;

        if (type.Type != LandingType.Text)
            map.Fault("code", "only a column that lands as text can be a code.", "Take it away, or write type: text.");

        foreach (var value in allowed)
        {
            var code = value.Text.Trim().ToUpperInvariant();
            if (!code.Equals(value.Text, StringComparison.Ordinal))
                value.Fault($"'{value.Text}' can never be met: codes are trimmed and in capitals.", $"Write {code}.");
        }
    }

    /// <summary>DuckDB matches the pattern: only what every kind of regular expression reads alike is taken.</summary>
    public static void CheckPattern(ColumnType type, ConfigValue? pattern)
    {
        if (pattern is null)
            return;

        if (type.Type != LandingType.Text)
            pattern.Fault("only a column that lands as text can have a pattern.", "Take it away, or write type: text.");
        else if (pattern.Text.Length == 0 || !IsSimpleRegex(pattern.Text))
            pattern.Fault($"'{pattern.Text}' is not a simple regular expression.", "Write one such as '[0-9A-Z]{3,6}'.");
    }

    private static bool IsSimpleRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return !OfOneKindOnly().IsMatch(pattern);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Groups that are more than brackets, and letters after a backslash but for digits, word characters and spaces.</summary>
    [GeneratedRegex(@"\(\?|\\[^dDwWsS\W]")]
    private static partial Regex OfOneKindOnly();

    private static IComparable? Bound(ColumnType type, ConfigValue? value)
    {
        if (value is null)
            return null;

        if (!type.HasOrder)
        {
            value.Fault("a bound needs a column of numbers, dates or timestamps.", "Take it away, or give the column such a type.");
            return null;
        }

        var bound = ColumnTypes.Parse(type, value.Text);
        if (bound is null)
            FaultType(type, value);

        return bound;
    }

    private static void FaultType(ColumnType type, ConfigValue value) =>
        value.Fault($"'{value.Text}' is not a value of type {TypeWord(type)}.", $"Write one such as {Example(type)}.");

    private static string TypeWord(ColumnType type) => type.Type == LandingType.Decimal
        ? $"decimal({type.Precision},{type.Scale})"
        : type.Type.ToString().ToLowerInvariant();

    private static string Example(ColumnType type) => type.Type switch
    {
        LandingType.Date => "'2018-12-31'",
        LandingType.Timestamp => "'2018-12-31' or '2018-12-31 23:59:59'",
        LandingType.Boolean => "true",
        LandingType.Double => "0.5",
        LandingType.Decimal when type.Scale > 0 => $"0.{new string('0', type.Scale - 1)}1",
        _ => "1",
    };
}
