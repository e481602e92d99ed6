using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Warehouse;

/// <summary>What the head of an .sql file says, and how files are found.</summary>
[TestFixture]
public sealed class SqlFileTests
{
    [Test]
    public void Head_HoldsPropertiesAndADescription()
    {
        var file = SqlFile.Parse("fact_visit", "-- feed: visit\n-- key: id, day\n-- One row per visit:\n-- at one site.\nselect 1 -- not: head\n-- month: never");

        Assert.Multiple(() =>
        {
            Assert.That(file.Description, Is.EqualTo("One row per visit: at one site."));
            Assert.That(file.Properties, Is.EquivalentTo(new Dictionary<string, string> { ["feed"] = "visit", ["key"] = "id, day" }));
            Assert.That(file.Required("feed"), Is.EqualTo("visit"));
        });
    }

    [Test]
    public void CommentWithAColonThatIsNoProperty_IsDescription() => Assert.That(
        SqlFile.Parse("x", "-- stg_visit: one row per visit.\nselect 1").Description, Is.EqualTo("stg_visit: one row per visit."));

    [Test]
    public void LineEndingsOfWindows_AreNotPartOfAValue() => Assert.That(
        SqlFile.Parse("x", "-- feed: visit\r\n-- Words.\r\nselect 1").Required("feed"), Is.EqualTo("visit"));

    [Test]
    public void PropertyThatIsMissing_IsNamed() => Assert.That(
        () => SqlFile.Parse("fact_visit", "select 1").Required("key"),
        Throws.TypeOf<WarehouseException>().With.Message.EqualTo("fact_visit.sql says no '-- key: …' at its head."));

    [Test]
    public void Catalogue_GivesFilesInOrderOfName_AndNothingElse()
    {
        using var folder = new TempFolder();
        folder.Write("ddl/010_b.sql", "select 2");
        folder.Write("ddl/002_a.sql", "select 1");
        folder.Write("ddl/notes.txt", "no SQL");
        var catalogue = new SqlCatalogue(folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(catalogue.In("ddl").Select(file => file.Name), Is.EqualTo(["002_a", "010_b"]));
            Assert.That(catalogue.Named("ddl", "002_a").Text, Is.EqualTo("select 1"));
            Assert.That(() => catalogue.Named("ddl", "003"), Throws.TypeOf<WarehouseException>().With.Message.EqualTo("The program has no ddl/003.sql."));
            Assert.That(() => catalogue.In("facts"), Throws.TypeOf<WarehouseException>().With.Message.Contains("install the program again"));
        });
    }

    [Test]
    public void ColumnComments_AreThoseBehindColumns()
    {
        const string Sql = "-- A view.\nselect\n    a.id,  -- The key.\n    cast(b as date) as seen_date,  -- Day, London.\n    last  -- The last.\nfrom t -- no column, no comma";

        Assert.That(MartViews.ColumnComments(Sql), Is.SupersetOf(new[] { ("id", "The key."), ("seen_date", "Day, London."), ("last", "The last.") }));
    }
}
