namespace Stp.Warehouse.Sql;

/// <summary>
/// One .sql file of the program. Its first comment lines may hold properties, <c>-- name: value</c>; the first line that is none
/// of them is its description.
/// </summary>
/// <param name="Name">The file's name without its ending.</param>
public sealed record SqlFile(string Name, string Text, string Description, IReadOnlyDictionary<string, string> Properties)
{
    private static readonly string[] KnownProperties = ["feed", "key", "month", "newest", "replaces", "severity", "table"];

    /// <exception cref="WarehouseException">The file lacks the property.</exception>
    public string Required(string property) => Properties.TryGetValue(property, out var value)
        ? value
        : throw new WarehouseException($"{Name}.sql says no '-- {property}: …' at its head.");

    /// <summary>Null where the file says nothing of it.</summary>
    public string? Optional(string property) => Properties.GetValueOrDefault(property);

    public static SqlFile Parse(string name, string text)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var description = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)))
        {
            var comment = line.TrimStart('-').Trim();
            var colon = comment.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && KnownProperties.Contains(comment[..colon]))
            {
                properties[comment[..colon]] = comment[(colon + 1)..].Trim();
            }
            else
            {
                description.Add(comment);
            }
        }

        return new SqlFile(name, text, string.Join(' ', description), properties);
    }
}
