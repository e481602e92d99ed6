using System.Globalization;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// The few places where a text must become part of a statement, because DuckDB takes no parameter there: paths of COPY and ATTACH,
/// values inside a view, names. Values go through parameters everywhere else.
/// </summary>
public static class SqlText
{
    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The path of one file as read_csv and read_parquet take it: they would read each of * ? [ as a pattern.</summary>
    public static string File(string path) => Literal(string.Concat(path.Select(character => character is '*' or '?' or '[' ? $"[{character}]" : character.ToString())));

    public static string Files(IEnumerable<string> paths) => string.Join(", ", paths.Select(File));

    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Identifiers(IEnumerable<string> names) => string.Join(", ", names.Select(Identifier));

    public static string Literals(IEnumerable<string> values) => string.Join(", ", values.Select(Literal));

    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture);
}
