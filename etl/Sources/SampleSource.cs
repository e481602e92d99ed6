using System.Globalization;
using System.Text.RegularExpressions;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Sources;

/// <summary>
/// The embedded sample source: a DuckDB file that stands for the organisations' SQL Server. It keeps every state that a row ever had
/// and shows the one that stood at the end of the window, so that a later night sees later corrections, as in life.
/// </summary>
public sealed partial class SampleSource(string file) : IFeedSource
{
    public IEnumerable<Extract> Plan(Feed feed, FeedProgress progress)
    {
        var window = progress.IsFullWanted
            ? ExtractWindow.Full(progress.AsOf, progress.Now)
            : ExtractWindow.After(progress.Watermark, feed.Watermark!, progress.AsOf, progress.Now);
        if (feed.Mode == FeedMode.Census)
        {
            window = window.FromStartOfDay();
        }

        var from = window.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "the beginning";
        var to = window.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return new Extract($"{from} to {to}", window, null);
    }

    public ExtractReader Open(Feed feed, Extract extract, CancellationToken cancellation)
    {
        var window = extract.Window!;
        var session = OpenAt(window.End, cancellation);
        try
        {
            var query = InDuckDbsParameters(feed.Query!);
            var reader = session.OpenReader(query, new Dictionary<string, object>
            {
                ["window_start"] = window.Start ?? ExtractWindow.Beginning,
                ["window_end"] = window.End,
            });
            return new ExtractReader(reader, feed.Query!, null, () => [], session);
        }
        catch (WarehouseException fault)
        {
            session.Dispose();
            throw new SourceException($"{feed.QueryFile}: {fault.Message}", fault);
        }
    }

    public IReadOnlyList<string> CheckColumns(Feed feed, CancellationToken cancellation)
    {
        var nothing = new Extract("no rows", new ExtractWindow(ExtractWindow.Beginning, ExtractWindow.Beginning), null);
        using var extract = Open(feed, nothing, cancellation);
        var given = Enumerable.Range(0, extract.Reader.FieldCount).Select(extract.Reader.GetName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. feed.Columns.Where(column => column.IsLanded && !given.Contains(column.Name))
                .Select(column => $"{feed.QueryFile} gives no column {column.Name}, which the feed names"),
            .. given.Except(feed.Columns.Select(column => column.Name))
                .Select(name => $"{feed.QueryFile} gives a column {name} that the feed does not name"),
        ];
    }

    /// <summary>A feed's query is written for SQL Server, with @name; DuckDB takes $name.</summary>
    private static string InDuckDbsParameters(string query) => SqlServerParameter().Replace(query, "$$${name}");

    private WarehouseSession OpenAt(DateTime instant, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new SourceException($"The sample source {file} is missing: stp sample makes it.");
        }

        var session = WarehouseSession.OpenInMemory(cancellation);
        try
        {
            session.Execute($"attach {SqlText.Literal(file)} as source (read_only)");
            session.Execute("create schema dbo");
            var at = SqlText.Literal(instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            foreach (var table in session.Query<string>(
                "select table_name from duckdb_tables() where database_name = 'source' and schema_name = 'history'"))
            {
                session.Execute(
                    $"""
                    create view dbo.{SqlText.Identifier(table)} as
                    select * exclude (RecordedAt, SupersededAt)
                    from source.history.{SqlText.Identifier(table)}
                    where RecordedAt < timestamp {at}
                      and (SupersededAt is null or SupersededAt >= timestamp {at})
                    """);
            }

            return session;
        }
        catch (WarehouseException fault)
        {
            session.Dispose();
            throw new SourceException($"The sample source {file} cannot be read: {fault.Message}", fault);
        }
    }

    [GeneratedRegex(@"@(?<name>[a-z_]+)")]
    private static partial Regex SqlServerParameter();
}
