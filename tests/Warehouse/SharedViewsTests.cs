using Stp.Tests.Support;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Warehouse;

/// <summary>A view that several statements read is computed once, and they read the same rows.</summary>
[TestFixture]
public sealed class SharedViewsTests
{
    private const string Months = "select count(*) from mart.ae_attendance_month as m";
    private const string Share = "select sum(mart.ae_attendance_month.attendances) from mart.ae_attendance_month";
    private const string Alone = "select count(*) from mart.kpi_month";

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfProgram();

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void ViewThatTwoStatementsRead_IsShared_OneThatOneReadsIsNot()
    {
        using var views = new SharedViews(_warehouse.Session, [Months, Share, Alone]);

        Assert.Multiple(() =>
        {
            Assert.That(views.In(Months), Is.EqualTo("select count(*) from shared__ae_attendance_month as m"));
            Assert.That(views.In(Alone), Is.EqualTo(Alone));
            Assert.That(_warehouse.Session.Query<long>(views.In(Months)), Is.EqualTo(_warehouse.Session.Query<long>(Months)));
            Assert.That(() => _warehouse.Session.Query<decimal?>(views.In(Share)), Throws.Nothing, "a column may be called by its view");
        });
    }

    [Test]
    public void NameThatIsNoView_StaysForTheDatabaseToRefuse()
    {
        using var views = new SharedViews(_warehouse.Session, ["select 1 from mart.nothing", "select 2 from mart.nothing"]);

        Assert.That(views.In("select 1 from mart.nothing"), Is.EqualTo("select 1 from mart.nothing"));
    }

    [Test]
    public void Disposed_LeavesNoTable()
    {
        new SharedViews(_warehouse.Session, [Months, Share]).Dispose();

        Assert.That(_warehouse.Rows("select table_name from duckdb_tables() where table_name like 'shared__%'"), Is.Empty);
    }
}
