using Stp.Etl.Config.Text;
using Stp.Etl.Config.Yaml;
using Stp.Etl.Feeds;

namespace Stp.Etl.Config;

/// <summary>Reads the layouts of a feed of files, each with its query.</summary>
internal static class FeedLayouts
{
    public static IReadOnlyList<FileLayout> Read(ConfigFolder folder, string feedFolder, MapReader feed)
    {
        var layouts = feed.Maps("layouts", layout => ReadLayout(folder, feedFolder, layout));
        foreach (var same in layouts.GroupBy(layout => layout.Name).Where(same => same.Count() > 1))
        {
            feed.Fault("layouts", $"holds '{same.Key}' {same.Count()} times.", "Give each layout a name of its own.");
        }

        foreach (var alike in layouts.Where(layout => layout.Recognised.Count > 0).GroupBy(ColumnsOf).Where(alike => alike.Count() > 1))
        {
            feed.Fault(
                "layouts",
                $"{string.Join(" and ", alike.Select(layout => layout.Name))} are recognised by the same columns.",
                "Keep one of them: a file can be of one layout only.");
        }

        return layouts;
    }

    private static string ColumnsOf(FileLayout layout) => string.Join('\n', layout.Recognised.Order(StringComparer.Ordinal));

    private static FileLayout ReadLayout(ConfigFolder folder, string feedFolder, MapReader map)
    {
        var name = map.Required("name")?.AsId() ?? string.Empty;
        var recognised = map.RequiredList("columns").Select(column => column.Text).ToList();
        if (map.Required("query") is not { } query)
            return new FileLayout(name, recognised, string.Empty, string.Empty);

        var file = $"{feedFolder}/{query.Text}";
        if (!IsFileName(query.Text))
        {
            query.Fault($"'{query.Text}' is not the name of a query file.", "Write the name of a .sql file that stands beside this one.");
        }
        else if (!folder.Exists(file))
        {
            var files = folder.Files(feedFolder, ".sql").Select(path => Path.GetFileName(path));
            query.Fault($"there is no file {file}.", Suggestion.For(query.Text, files));
        }
        else if (SqlStatement.Read(folder, file, string.Empty) is { } sql)
        {
            return new FileLayout(name, recognised, sql, file);
        }

        return new FileLayout(name, recognised, string.Empty, file);
    }

    private static bool IsFileName(string text) => text.EndsWith(".sql", StringComparison.Ordinal) && text.IndexOfAny(['/', '\\']) < 0;
}
