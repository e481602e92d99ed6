namespace Stp.Warehouse.DuckDb;

/// <summary>How a message names a statement: by its first comment, or else by its first words.</summary>
internal static class SqlTitle
{
    private const int Longest = 90;

    public static string Of(string sql)
    {
        var line = sql.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
        var title = line.TrimStart('-', ' ');
        return title.Length <= Longest ? title : title[..Longest] + "…";
    }
}
