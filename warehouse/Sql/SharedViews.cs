using System.Text.RegularExpressions;
using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Sql;

/// <summary>
/// Views of the mart that several statements read, each computed once into a temporary table for all of them: dozens of measures are
/// a handful of passes over the facts. It lasts until it is disposed of, and must see no change of the facts meanwhile.
/// </summary>
public sealed partial class SharedViews : IDisposable
{
    private const string Prefix = "shared__";

    private readonly WarehouseSession _session;
    private readonly HashSet<string> _views;

    /// <param name="statements">All that are going to be run.</param>
    public SharedViews(WarehouseSession session, IEnumerable<string> statements)
    {
        _session = session;
        var known = session.Query<string>("select view_name from duckdb_views() where schema_name = 'mart' and database_name = current_database()").ToHashSet(StringComparer.Ordinal);
        _views = statements
            .SelectMany(statement => MartView().Matches(statement).Select(match => match.Groups["view"].Value).Distinct(StringComparer.Ordinal))
            .Where(known.Contains)
            .CountBy(view => view, StringComparer.Ordinal)
            .Where(view => view.Value > 1)
            .Select(view => view.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var view in _views)
        {
            session.Execute($"create or replace temp table {SqlText.Identifier(Prefix + view)} as select * from mart.{SqlText.Identifier(view)}");
        }
    }

    /// <summary>The statement, reading the shared tables where it names their views.</summary>
    public string In(string statement) => MartView().Replace(
        statement, match => _views.Contains(match.Groups["view"].Value) ? Prefix + match.Groups["view"].Value : match.Value);

    public void Dispose()
    {
        foreach (var view in _views)
        {
            _session.Execute($"drop table if exists {SqlText.Identifier(Prefix + view)}");
        }
    }

    [GeneratedRegex(@"\bmart\.(?<view>[a-z_0-9]+)")]
    private static partial Regex MartView();
}
