using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse.Loading;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Etl;

/// <summary>Running any batch twice leaves each fact as if it had run once.</summary>
[TestFixture]
public sealed class LoadTwiceTests
{
    private static readonly DateOnly AsOf = new(2018, 12, 31);

    private static IEnumerable<string> Facts() => SqlCatalogue.OfProgram().In("facts").Select(fact => fact.Name);

    [TestCaseSource(nameof(Facts))]
    public void SameBatchAgain_LeavesTheSameRows(string fact)
    {
        using var road = new FeedRoad(TinySample.Built.Data);
        var feed = SqlCatalogue.OfProgram().Named("facts", fact).Required("feed");
        var first = road.Run(feed, AsOf);
        var hash = road.Warehouse.HashOfFact(fact);
        Assert.That((first.Failure, first.Inserted > 100), Is.EqualTo(((string?)null, true)));

        // As after a kill between commit and the end of the run, but with the ledger's word lost as well.
        road.Warehouse.Session.Execute("delete from ops.batch");
        var second = road.Run(feed, AsOf);

        Assert.Multiple(() =>
        {
            Assert.That(road.Warehouse.HashOfFact(fact), Is.EqualTo(hash));
            Assert.That(second.Failure, Is.Null);
            // A file that revises another is loaded after it again: what it changes is changed back and forth.
            Assert.That(second.Inserted + second.Deleted + (Repository.Feed(feed).Mode == FeedMode.Files ? 0 : second.Updated), Is.Zero);
            Assert.That(second.Unchanged, Is.GreaterThan(100));
        });
    }

    [TestCaseSource(nameof(Facts))]
    public void ColumnsOfTheFactFile_AreThoseOfItsTableInOrder(string fact)
    {
        using var warehouse = WarehouseFixture.OfProgram();
        var file = warehouse.Catalogue.Named("facts", fact);
        var feed = Repository.Feed(file.Required("feed"));
        var batch = warehouse.Land(feed.Id, $"select {string.Join(", ", FeedContract.Of(feed).Columns.Select(column => $"cast(null as text) as {column.Name}"))} limit 0", vary: null);
        warehouse.Load(FeedContract.Of(feed), batch);

        // The loader compares incoming rows with the table's by position.
        Assert.That(
            warehouse.Session.Query<string>($"select column_name from (describe {file.Text})").Append("batch_key"),
            Is.EqualTo(warehouse.Session.Query<string>("select column_name from duckdb_columns() where schema_name = 'star' and table_name = $fact order by column_index", new { fact })));
    }
}
