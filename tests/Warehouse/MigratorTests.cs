using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class MigratorTests
{
    private TempFolder _folder = null!;
    private WarehouseSession _session = null!;

    private string Applied => string.Join(", ", _session.Texts("select migration from ops.migration order by applied_order"));

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _session = WarehouseSession.OpenInMemory(CancellationToken.None);
        _folder.Write("ddl/001_schemas.sql", "create schema star;");
        _folder.Write("ddl/002_first.sql", "create table star.first (n integer); insert into star.first values (1);");
    }

    [TearDown]
    public void Remove()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void FreshWarehouse_GetsEveryFileInOrder()
    {
        Assert.That(Migrate(), Is.EqualTo(2));
        Assert.That(Applied, Is.EqualTo("001_schemas, 002_first"));
    }

    [Test]
    public void SecondTime_NothingIsApplied()
    {
        Migrate();

        Assert.That(Migrate(), Is.Zero);
        Assert.That(_session.Texts("select n from star.first"), Is.EqualTo(["1"]));
    }

    [Test]
    public void NewFile_IsAppliedAlone()
    {
        Migrate();
        _folder.Write("ddl/003_second.sql", "alter table star.first add column m integer;");

        Assert.That(Migrate(), Is.EqualTo(1));
        Assert.That(_session.Texts("select n, m from star.first"), Is.EqualTo(["1 | "]));
    }

    [Test]
    public void FileThatFails_LeavesNothingOfItself_AndIsTriedAgain()
    {
        var file = _folder.Write("ddl/003_second.sql", "create table star.second (n integer); insert into star.second values ('x');");
        Assert.That(Migrate, Throws.TypeOf<WarehouseException>());
        Assert.That(Applied, Is.EqualTo("001_schemas, 002_first"));

        File.WriteAllText(file, "create table star.second (n integer);");
        Assert.That(Migrate(), Is.EqualTo(1));
    }

    [Test]
    public void WarehouseOfANewerProgram_IsRefused()
    {
        Migrate();
        File.Delete(_folder["ddl/002_first.sql"]);

        Assert.That(Migrate, Throws.TypeOf<WarehouseException>().With.Message.EqualTo(
            ":memory: was made by a newer version of Stp (it has 002_first): install that version or a later one."));
    }

    [Test]
    public void MigrationsOfTheProgram_ApplyTwice()
    {
        using var warehouse = WarehouseFixture.OfProgram();

        Assert.That(Migrator.Apply(warehouse.Session, warehouse.Catalogue), Is.Zero);
        MartViews.Apply(warehouse.Session, warehouse.Catalogue);
        Assert.That(warehouse.Rows("select count(*) from mart.kpi_month"), Is.EqualTo(["0"]));
    }

    private int Migrate() => Migrator.Apply(_session, new SqlCatalogue(_folder.Path));
}
