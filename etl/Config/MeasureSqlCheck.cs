using System.Globalization;
using System.Text.RegularExpressions;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Config;

/// <summary>Tries a measure's SQL on an empty warehouse: it runs, and its columns are a measure's.</summary>
internal static partial class MeasureSqlCheck
{
    private const string Date = "a date";
    private const string Text = "a text";
    private const string WholeNumber = "a whole number";
    private const string Number = "a number";
    private const string Band = "band";

    private static readonly (string Name, string Type, bool IsRequired)[] Columns =
    [
        ("month_date", Date, true),
        ("basis", Text, true),
        ("organisation_key", WholeNumber, true),
        ("value", Number, true),
        (Band, WholeNumber, false),
    ];

    /// <param name="needsBand">A KPI is a percentile of it.</param>
    public static IEnumerable<ConfigFault> Faults(WarehouseSession session, MeasureSql measure, bool needsBand)
    {
        Dictionary<string, string> selected;
        try
        {
            selected = session.Query<(string Name, string Type)>($"select column_name, column_type from (describe {measure.Sql})")
                .ToDictionary(column => column.Name, column => column.Type, StringComparer.OrdinalIgnoreCase);
        }
        catch (WarehouseException fault)
        {
            return [new ConfigFault(measure.File, LineIn(fault), string.Empty, fault.Message, string.Empty)];
        }

        var faults = Messages(selected).Select(message => new ConfigFault(measure.File, 0, string.Empty, message, Remedy()));
        return needsBand && !selected.ContainsKey(Band)
            ? faults.Append(new ConfigFault(
                measure.File, 0, string.Empty, "does not select band, and a KPI is a percentile of it.", "Select the week of wait, or the day of stay, as band."))
            : faults;
    }

    private static IEnumerable<string> Messages(Dictionary<string, string> selected)
    {
        foreach (var (name, type, isRequired) in Columns)
        {
            if (!selected.TryGetValue(name, out var given))
            {
                if (isRequired)
                    yield return $"does not select {name}.";
            }
            else if (!IsOf(type, given))
            {
                yield return $"selects {name} as {given.ToLowerInvariant()}, not as {type}.";
            }
        }

        foreach (var name in selected.Keys.Except(Columns.Select(column => column.Name), StringComparer.OrdinalIgnoreCase))
        {
            yield return $"selects {name}, which no measure has.";
        }
    }

    private static bool IsOf(string type, string given) => type switch
    {
        Date => given == "DATE",
        Text => given == "VARCHAR",
        WholeNumber => IsInteger().IsMatch(given),
        _ => IsInteger().IsMatch(given) || given is "DOUBLE" or "FLOAT" || given.StartsWith("DECIMAL", StringComparison.Ordinal),
    };

    private static string Remedy()
    {
        var required = string.Join(", ", Columns.Where(column => column.IsRequired).Select(column => $"{column.Name} ({column.Type})"));
        return $"A measure selects {required} and may select band ({WholeNumber}).";
    }

    /// <summary>DuckDB names the line in the statement, which is the line in the file: the statement is the file.</summary>
    private static int LineIn(WarehouseException fault) =>
        LineNumber().Match(fault.InnerException?.Message ?? string.Empty) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex("^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$")]
    private static partial Regex IsInteger();

    [GeneratedRegex(@"LINE (\d+):")]
    private static partial Regex LineNumber();
}
