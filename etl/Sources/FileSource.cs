using System.Security.Cryptography;
using Stp.Etl.Feeds;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Sources;

/// <summary>CSV files in a feed's drop folder. Each content is read once; a file is recognised by its columns, whatever it is called.</summary>
/// <param name="dropOf">The drop folder of a feed.</param>
public sealed class FileSource(Func<string, string> dropOf) : IFeedSource
{
    /// <summary>A line that is wrong in several ways is still one line.</summary>
    private const string UnreadLinesSql =
        """
        select cast(line as bigint) as Line, cast(min(error_type) as text) as Reason
        from reject_errors
        group by line
        order by line
        """;

    /// <summary>
    /// Files not loaded yet by name; before them, where everything is to be read again, those that are loaded in their order then: a
    /// revision goes over what it revises again, whatever the two are called.
    /// </summary>
    public IEnumerable<Extract> Plan(Feed feed, FeedProgress progress)
    {
        var folder = dropOf(feed.Id);
        Directory.CreateDirectory(folder);
        var turns = progress.LoadedFiles.Distinct(StringComparer.Ordinal)
            .Select((sha256, turn) => (sha256, turn))
            .ToDictionary(file => file.sha256, file => file.turn, StringComparer.Ordinal);
        var found = Directory.GetFiles(folder).Where(IsOurs).Order(StringComparer.Ordinal).Select(Found).ToList();
        return
        [
            .. found
                .Where(extract => extract.File is null || progress.IsFullWanted || !turns.ContainsKey(extract.File.Sha256))
                .DistinctBy(extract => extract.File?.Sha256 ?? extract.Description, StringComparer.Ordinal)
                .OrderBy(extract => extract.File is { } file && turns.TryGetValue(file.Sha256, out var turn) ? turn : turns.Count),
        ];
    }

    public ExtractReader Open(Feed feed, Extract extract, CancellationToken cancellation)
    {
        if (extract.Fault is { } fault)
        {
            throw new SourceException(fault);
        }

        return Open(feed, extract.File!, cancellation);
    }

    private static ExtractReader Open(Feed feed, SourceFile file, CancellationToken cancellation)
    {
        var header = CsvHeader.Read(file.Path);
        var layout = LayoutFinder.Find(feed, file.Name, header);
        var session = WarehouseSession.OpenInMemory(cancellation);
        try
        {
            var columns = string.Join(", ", header.Select(name => $"{SqlText.Literal(name)}: 'varchar'"));
            // DuckDB finds the line endings by itself: told one kind, it passes over a file of the other without a word.
            session.Execute(
                $$"""
                create view file as
                select * from read_csv(
                    {{SqlText.File(file.Path)}}, columns = { {{columns}} }, auto_detect = false, header = true,
                    delim = ',', quote = '"', escape = '"', store_rejects = true, max_line_size = 1000000)
                """);
            return new ExtractReader(session.OpenReader(layout.Query), layout.Query, layout.Name, () => UnreadLines(session), session);
        }
        catch (WarehouseException fault)
        {
            session.Dispose();
            throw new SourceException($"{file.Name}: {fault.Message}", fault);
        }
    }

    /// <summary>Whether each layout's query gives the feed's columns, on a file that has just the layout's columns and no rows.</summary>
    public IReadOnlyList<string> CheckColumns(Feed feed, CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var layout in feed.Layouts)
        {
            using var session = WarehouseSession.OpenInMemory(cancellation);
            var columns = string.Join(", ", layout.Recognised.Select(name => $"cast(null as text) as {SqlText.Identifier(name)}"));
            session.Execute($"create view file as select {columns} limit 0");
            try
            {
                using var reader = session.OpenReader(layout.Query);
                var given = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet(StringComparer.Ordinal);
                faults.AddRange(feed.Columns.Where(column => column.IsLanded && !given.Contains(column.Name))
                    .Select(column => $"{layout.QueryFile} gives no column {column.Name}, which the feed names"));
            }
            catch (WarehouseException fault)
            {
                faults.Add($"{layout.QueryFile}: {fault.Message}");
            }
        }

        return faults;
    }

    /// <summary>Hidden files and the half-written files of browsers and copies are not ours yet.</summary>
    private static bool IsOurs(string path) =>
        !Path.GetFileName(path).StartsWith('.') && Path.GetExtension(path) is not (".part" or ".tmp" or ".crdownload");

    private static Extract Found(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            return new Extract(name, null, new SourceFile(path, name, Convert.ToHexStringLower(SHA256.HashData(stream))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Extract(name, null, null, $"{name} cannot be read: {fault.Message}");
        }
    }

    private static List<UnreadLine> UnreadLines(WarehouseSession session) =>
        [.. session.Query<UnreadLine>(UnreadLinesSql).Select(line => line with { Reason = InWords(line.Reason) })];

    private static string InWords(string errorType) => errorType switch
    {
        "MISSING COLUMNS" => "the line has fewer columns than the header",
        "TOO MANY COLUMNS" => "the line has more columns than the header",
        "UNQUOTED VALUE" => "a quote in the line is not closed",
        "LINE SIZE OVER MAXIMUM" => "the line is longer than a million characters",
        "INVALID ENCODING" => "the line is not UTF-8",
        _ => "the line cannot be read as a row",
    };
}
