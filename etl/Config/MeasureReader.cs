using System.Text.RegularExpressions;
using Stp.Etl.Config.Text;

namespace Stp.Etl.Config;

/// <summary>Reads config/measures/&lt;measure&gt;.sql.</summary>
internal static partial class MeasureReader
{
    private const string Folder = "measures";
    private const string Extension = ".sql";

    public static IReadOnlyList<MeasureSql> Read(ConfigFolder folder) =>
        [.. folder.Files(Folder, Extension).Select(file => ReadFile(folder, file)).OfType<MeasureSql>()];

    /// <summary>The measures that there are, whether they can be read or not.</summary>
    public static IReadOnlyList<string> Names(ConfigFolder folder) =>
        [.. folder.Files(Folder, Extension).Select(file => Path.GetFileNameWithoutExtension(file))];

    private static MeasureSql? ReadFile(ConfigFolder folder, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!Identifier.IsSnakeCase(name))
            folder.Faults.Add(Place.Whole(file), $"'{name}' is not a name for a measure.", "Write lowercase words joined by underscores.");

        if (SqlStatement.Read(folder, file, string.Empty) is not { } sql)
            return null;

        if (!FirstWord().IsMatch(SqlStatement.CodeOf(sql)))
            folder.Faults.Add(Place.Whole(file), "does not begin with select or with.", "A measure is one select.");

        return new MeasureSql(name, Describe(folder, file, name, sql), sql, file);
    }

    /// <summary>The comment that the file begins with: its lines joined, without dashes and without the measure's name.</summary>
    private static string Describe(ConfigFolder folder, string file, string name, string sql)
    {
        var lines = sql.Split('\n').Select(line => line.Trim()).TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal));
        var comment = string.Join(' ', lines.Select(line => line.TrimStart('-').Trim()).Where(line => line.Length > 0));
        var place = new Place(file, 1, string.Empty);
        var named = LeadingName().Match(comment);
        if (comment.Length == 0)
            folder.Faults.Add(place, "does not begin with a comment.", $"Begin with '-- {name}: ' and what it counts.");
        else if (named.Success && named.Groups["name"].Value != name)
            folder.Faults.Add(
                place,
                $"its comment describes '{named.Groups["name"].Value}'.",
                $"Begin with '-- {name}: ' and what it counts.");

        return named.Success ? comment[named.Length..] : comment;
    }

    [GeneratedRegex("^(?<name>[a-z0-9_]+): *")]
    private static partial Regex LeadingName();

    [GeneratedRegex("^\\s*(select|with)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstWord();
}
