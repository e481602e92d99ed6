using System.Globalization;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Support;

internal static class QueriedTexts
{
    /// <summary>A query's rows as texts, cells set apart by bars; nothing for null.</summary>
    public static IReadOnlyList<string> Texts(this WarehouseSession session, string query)
    {
        using var reader = session.OpenReader(query);
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
