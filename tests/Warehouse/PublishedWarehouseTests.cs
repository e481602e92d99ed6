using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Publishing;
using Stp.Warehouse.Reading;

namespace Stp.Tests.Warehouse;

/// <summary>What readers are given: the snapshot in service, or the record of a past day.</summary>
[TestFixture]
public sealed class PublishedWarehouseTests
{
    private static readonly string[] RecordedTables = ["kpi_value", "kpi", "measure_value", "plan_change"];

    private TempFolder _folder = null!;
    private PublishedFolder _published = null!;
    private PublicationFolder _publications = null!;

    private PublishedWarehouse Warehouse => new(_published, _publications);

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _published = new PublishedFolder(_folder["published"]);
        _publications = new PublicationFolder(_folder["publications"]);
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void NothingPublished_IsSaidWithWhatToDo() => Assert.That(
        () => Warehouse.Open(CancellationToken.None),
        Throws.TypeOf<WarehouseException>().With.Message.EqualTo($"Nothing is published in {_published.Directory} yet: run stp refresh first."));

    [Test]
    public void Open_GivesTheSnapshotInService_EvenAfterASwitchInTheSameProcess()
    {
        Publish("a", 1);
        using (var first = Warehouse.Open(CancellationToken.None))
        {
            Assert.That(first.Scalar<int>("select n from t"), Is.EqualTo(1));
            Publish("b", 2);
            using var second = Warehouse.Open(CancellationToken.None);
            Assert.That(second.Scalar<int>("select n from t"), Is.EqualTo(2));
        }
    }

    [TestCase("insert into t values (2)")]
    [TestCase("create table u (n integer)")]
    [TestCase("drop table t")]
    public void Open_RefusesWrites(string statement)
    {
        Publish("a", 1);
        using var session = Warehouse.Open(CancellationToken.None);

        Assert.That(() => session.Execute(statement), Throws.TypeOf<WarehouseException>().With.Message.Contains("read-only"));
    }

    // Published at 23:30 on 1 July and 0:30 on 2 July, London time; the first is 22:30 UTC, the second 23:30 UTC of the same day.
    [TestCase("2019-07-01", "a")]
    [TestCase("2019-07-02", "b")]
    [TestCase("2019-12-31", "b")]
    public void OpenAsPublished_GivesTheLastRecordByTheEndOfTheDay(string date, string id)
    {
        Record("a", "2019-07-01 23:30:00");
        Record("b", "2019-07-02 00:30:00");
        using var session = Warehouse.OpenAsPublished(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(session.Query<string>("select publication_id from scorecard.publication"), Is.EqualTo([id]));
            Assert.That(session.Query<string>("select id from scorecard.kpi_value"), Is.EqualTo([id]));
        });
    }

    [Test]
    public void OpenAsPublished_BeforeTheFirst_IsSaid()
    {
        Record("a", "2019-07-01 23:30:00");

        Assert.That(
            () => Warehouse.OpenAsPublished(new DateOnly(2019, 6, 30), CancellationToken.None),
            Throws.TypeOf<WarehouseException>().With.Message.EqualTo("Nothing was published by the end of 2019-06-30."));
    }

    private void Publish(string id, int number)
    {
        var work = _folder[$"{id}.duckdb"];
        using (var session = WarehouseSession.OpenWritable(work, CancellationToken.None))
        {
            session.Execute($"create table t as select {number} as n; checkpoint");
        }

        new SnapshotPublisher(_published).Copy(work, id, CancellationToken.None);
        _published.SwitchTo(id);
    }

    private void Record(string id, string publishedAt)
    {
        var folder = _publications.Prepare(id);
        using (var session = WarehouseSession.OpenInMemory(CancellationToken.None))
        {
            foreach (var table in RecordedTables)
            {
                session.Execute($"copy (select {SqlText.Literal(id)} as id) to {SqlText.Literal(Path.Combine(folder, table + ".parquet"))} (format parquet)");
            }

            session.Execute(
                $"copy (select {SqlText.Literal(id)} as publication_id, timestamp {SqlText.Literal(publishedAt)} as published_at) to {SqlText.Literal(Path.Combine(folder, "publication.parquet"))} (format parquet)");
        }

        _publications.Confirm(id);
    }
}
