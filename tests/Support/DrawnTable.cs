using System.Globalization;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Support;

/// <summary>
/// Test data drawn as a small table: a line of column names, then a line a row, cells set apart by bars. A line of dashes is decoration.
/// </summary>
internal static class DrawnTable
{
    public static IReadOnlyList<DrawnRow> Rows(string drawing)
    {
        var lines = Lines(drawing);
        return [.. lines.Skip(1).Select(cells => new DrawnRow(lines[0], cells))];
    }

    public static IReadOnlyList<string> Columns(string drawing) => Lines(drawing)[0];

    private static List<string[]> Lines(string drawing) =>
    [
        .. drawing
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Trim('-', '|', ' ').Length > 0)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
    ];
}

/// <summary>One row of a drawn table; a cell that is empty or not drawn is an empty text.</summary>
internal sealed class DrawnRow(string[] columns, string[] cells)
{
    public string this[string column] =>
        Array.IndexOf(columns, column) is var at && at >= 0 && at < cells.Length ? cells[at] : string.Empty;

    public string Text(string column, string whenEmpty) => this[column].Length > 0 ? this[column] : whenEmpty;

    public decimal? Number(string column) =>
        decimal.TryParse(this[column], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Date(string column) =>
        this[column].Length > 0 ? DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public ReportingMonth Month(string column) =>
        ReportingMonth.TryParse(this[column], out var month) ? month : throw new FormatException($"No month: '{this[column]}'.");
}
