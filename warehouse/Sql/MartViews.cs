using System.Text.RegularExpressions;
using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Sql;

/// <summary>
/// The views for analysts, one per file of sql/mart: the file is a select, its head describes the view, and the comment behind each
/// column of the last select describes the column. A view whose file is gone goes too.
/// </summary>
public static partial class MartViews
{
    public static void Apply(WarehouseSession session, SqlCatalogue catalogue)
    {
        var files = catalogue.In("mart");
        foreach (var gone in Existing(session).Except(files.Select(file => file.Name)))
        {
            session.Execute($"drop view mart.{SqlText.Identifier(gone)}");
        }

        foreach (var file in files)
        {
            var view = $"mart.{SqlText.Identifier(file.Name)}";
            session.Execute($"create or replace view {view} as {file.Text}");
            session.Execute($"comment on view {view} is {SqlText.Literal(file.Description)}");
            foreach (var (column, comment) in ColumnComments(file.Text))
            {
                session.Execute($"comment on column {view}.{SqlText.Identifier(column)} is {SqlText.Literal(comment)}");
            }
        }
    }

    public static IEnumerable<(string Column, string Comment)> ColumnComments(string sql) =>
        CommentedColumn().Matches(sql).Select(match => (match.Groups["column"].Value, match.Groups["comment"].Value.Trim()));

    private static IReadOnlyList<string> Existing(WarehouseSession session) => session.Query<string>(
        "select view_name from duckdb_views() where schema_name = 'mart' and database_name = current_database()");

    [GeneratedRegex(@"(?<column>[a-z_0-9]+),? +-- (?<comment>.+)$", RegexOptions.Multiline)]
    private static partial Regex CommentedColumn();
}
