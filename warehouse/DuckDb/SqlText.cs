using System.Globalization;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// The few places where a text must become part of a statement, because DuckDB takes no parameter there: paths of COPY and ATTACH,
/// values inside a view, names. Values go through parameters everywhere else.
/// </summary>
public static class SqlText
{
    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Identifiers(IEnumerable<string> names) => string.Join(", ", names.Select(Identifier));

    public static string Literals(IEnumerable<string> values) => string.Join(", ", values.Select(Literal));

    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture);
}
