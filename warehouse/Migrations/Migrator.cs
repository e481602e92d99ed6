using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Warehouse.Migrations;

/// <summary>Applies the numbered files of sql/ddl, each once and in order, each in a transaction of its own.</summary>
public static class Migrator
{
    /// <returns>How many files were applied now.</returns>
    /// <exception cref="WarehouseException">The warehouse has migrations that this program does not know: it is newer.</exception>
    public static int Apply(WarehouseSession session, SqlCatalogue catalogue)
    {
        session.Execute("create schema if not exists ops");
        session.Execute("create table if not exists ops.migration (migration text not null, applied_order integer not null)");
        var applied = session.Query<string>("select migration from ops.migration order by applied_order");
        var known = catalogue.In("ddl");
        var unknown = applied.Except(known.Select(file => file.Name)).ToList();
        if (unknown.Count > 0)
        {
            throw new WarehouseException(
                $"{session.Description} was made by a newer version of Stp (it has {string.Join(", ", unknown)}): install that version or a later one.");
        }

        var pending = known.Where(file => !applied.Contains(file.Name)).ToList();
        foreach (var file in pending)
        {
            session.InTransaction(() =>
            {
                session.Execute(file.Text);
                session.Execute(
                    "insert into ops.migration select $name, coalesce(max(applied_order), 0) + 1 from ops.migration",
                    new { name = file.Name });
            });
        }

        return pending.Count;
    }
}
