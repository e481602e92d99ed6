using Stp.Etl.Feeds;

namespace Stp.Etl.Sources;

/// <summary>Recognises a file by its columns.</summary>
public static class LayoutFinder
{
    private const int Named = 5;

    /// <returns>The layout all of whose columns the file has; of several, the one with the most columns.</returns>
    /// <exception cref="SourceException">No layout fits: the message says which came nearest and what it misses.</exception>
    public static FileLayout Find(Feed feed, string file, IReadOnlyList<string> header)
    {
        var fitting = feed.Layouts
            .Where(layout => Missing(layout, header).Count == 0)
            .MaxBy(layout => layout.Recognised.Count);
        if (fitting is not null)
        {
            return fitting;
        }

        var nearest = feed.Layouts.MinBy(layout => Missing(layout, header).Count)!;
        throw new SourceException(
            $"{file} has the columns of no layout of {feed.Id} ({string.Join(", ", feed.Layouts.Select(layout => layout.Name))}). " +
            $"Nearest is {nearest.Name}, but these are missing: {Listed(Missing(nearest, header))}.");
    }

    /// <summary>A wide layout misses a hundred columns at once: the first say enough.</summary>
    private static string Listed(List<string> columns) => columns.Count <= Named
        ? string.Join(", ", columns)
        : $"{string.Join(", ", columns.Take(Named))} and {columns.Count - Named} more";

    private static List<string> Missing(FileLayout layout, IReadOnlyList<string> header) =>
        [.. layout.Recognised.Except(header, StringComparer.OrdinalIgnoreCase)];
}
