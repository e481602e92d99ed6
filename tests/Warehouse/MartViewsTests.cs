using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Warehouse;

/// <summary>The views of schema mart are the files of sql/mart, no fewer and no more.</summary>
[TestFixture]
public sealed class MartViewsTests
{
    [Test]
    public void ViewWhoseFileIsGone_IsDropped()
    {
        using var sql = new TempFolder();
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute("create schema mart; create schema other; create view other.kept as select 1 as one");
        sql.Write("mart/a.sql", "-- A.\nselect 1 as one");
        var old = sql.Write("mart/b.sql", "-- B.\nselect one from mart.a");
        MartViews.Apply(session, new SqlCatalogue(sql.Path));
        File.Delete(old);

        MartViews.Apply(session, new SqlCatalogue(sql.Path));

        Assert.That(
            session.Query<string>("select schema_name || '.' || view_name from duckdb_views() where not internal order by all"),
            Is.EqualTo(["mart.a", "other.kept"]));
    }
}
