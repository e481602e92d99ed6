using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Sources;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Etl;

/// <summary>What every source promises, whatever stands behind it: run once for each kind.</summary>
public abstract class FeedSourceContractTests
{
    private protected static readonly DateOnly AsOf = new(2018, 12, 31);

    private protected abstract IFeedSource Source { get; }

    private protected abstract Feed Feed { get; }

    /// <summary>An extract that has no rows.</summary>
    private protected abstract Extract NoRows { get; }

    /// <summary>The feed, asking for a column that its source has not.</summary>
    private protected Feed WithUnknownColumn => Feed with { Columns = [.. Feed.Columns, Some.Spec("NotThere")] };

    [Test]
    public void Plan_OfAFirstRun_HasSomethingToExtract() => Assert.That(Source.Plan(Feed, First), Is.Not.Empty);

    [Test]
    public void Open_GivesTheColumnsOfTheFeed_AndRows()
    {
        using var extract = Source.Open(Feed, Source.Plan(Feed, First).First(), CancellationToken.None);
        var rows = 0;
        while (extract.Reader.Read())
        {
            rows++;
        }

        Assert.That(Given(extract), Is.SupersetOf(LandedNames()));
        Assert.That(rows, Is.GreaterThan(0));
        Assert.That(extract.UnreadLines(), Is.Empty);
        Assert.That(extract.Query, Does.Contain("select"));
    }

    [Test]
    public void Open_WithoutRows_KeepsTheColumns()
    {
        using var extract = Source.Open(Feed, NoRows, CancellationToken.None);

        Assert.That(extract.Reader.Read(), Is.False);
        Assert.That(Given(extract), Is.SupersetOf(LandedNames()));
        Assert.That(LandingColumns.Of(extract.Reader), Is.Not.Empty, "each column has a type that can land");
    }

    [Test]
    public void CheckColumns_OfTheFeedAsDelivered_FindsNothing() => Assert.That(Source.CheckColumns(Feed, CancellationToken.None), Is.Empty);

    [Test]
    public void CheckColumns_NamesAMissingColumn() =>
        Assert.That(Source.CheckColumns(WithUnknownColumn, CancellationToken.None), Has.Some.Contains("gives no column NotThere"));

    [Test]
    public void QueryThatTheSourceCannotRun_IsItsFailure_InWords()
    {
        var broken = Feed with { Query = "select * from dbo.Nowhere", Layouts = [.. Feed.Layouts.Select(layout => layout with { Query = "select * from nowhere" })] };

        Assert.That(
            () => Source.Open(broken, Source.Plan(Feed, First).First(), CancellationToken.None).Dispose(),
            Throws.TypeOf<SourceException>().With.Message.Contains("owhere"));
    }

    private protected FeedProgress First => new(null, [], AsOf, Some.Utc, false);

    private static IEnumerable<string> Given(ExtractReader extract) => Enumerable.Range(0, extract.Reader.FieldCount).Select(extract.Reader.GetName);

    private IEnumerable<string> LandedNames() => Feed.Columns.Where(column => column.IsLanded).Select(column => column.Name);
}

[TestFixture]
public sealed class SampleSourceContractTests : FeedSourceContractTests
{
    private protected override IFeedSource Source => new SampleSource(TinySample.Built.Data.SampleSource);

    private protected override Feed Feed => Repository.Feed("ae_attendance");

    private protected override Extract NoRows => new("nothing", new ExtractWindow(ExtractWindow.Beginning, ExtractWindow.Beginning), null);

    [Test]
    public void Plan_FromAWatermark_GoesOnFromThere()
    {
        var extract = Source.Plan(Feed, First with { Watermark = new DateTime(2018, 12, 30) }).Single();

        Assert.That(extract.Window, Is.EqualTo(new ExtractWindow(new DateTime(2018, 12, 27), new DateTime(2019, 1, 1))));
        Assert.That(extract.Description, Is.EqualTo("2018-12-27 to 2019-01-01"));
    }

    [Test]
    public void Plan_OfAFullRun_ForgetsTheWatermark() => Assert.That(
        Source.Plan(Feed, First with { Watermark = new DateTime(2018, 12, 30), IsFullWanted = true }).Single().Window,
        Is.EqualTo(new ExtractWindow(null, new DateTime(2019, 1, 1))));

    /// <summary>A row that was corrected between two nights reads as it was before, and as it is after.</summary>
    [Test]
    public void Open_AtTwoInstants_GivesTheRowAsItStoodThen()
    {
        var changed = TinySample.Built.Source.Query<Planted>(
            "select RowKey, PlantedAt from sample.PlantedFault where Feed = 'ae_attendance' and Fault = 'changed row' order by RowKey limit 1").Single();

        Assert.That(Departed(changed.RowKey, changed.PlantedAt.AddSeconds(1)) - Departed(changed.RowKey, changed.PlantedAt), Is.EqualTo(TimeSpan.FromMinutes(7)));
    }

    [Test]
    public void MissingSource_IsNamed() => Assert.That(
        () => new SampleSource("/nowhere/source.duckdb").Open(Feed, NoRows, CancellationToken.None),
        Throws.TypeOf<SourceException>().With.Message.EqualTo("The sample source /nowhere/source.duckdb is missing: stp sample makes it."));

    private DateTime Departed(long attendance, DateTime instant)
    {
        using var extract = Source.Open(Feed, new Extract("all", new ExtractWindow(null, instant), null), CancellationToken.None);
        var (id, departed) = (extract.Reader.GetOrdinal("AttendanceId"), extract.Reader.GetOrdinal("DepartedAt"));
        while (extract.Reader.Read())
        {
            if (extract.Reader.GetInt64(id) == attendance)
            {
                return extract.Reader.GetDateTime(departed);
            }
        }

        throw new InvalidOperationException($"Attendance {attendance} does not stand at {instant:yyyy-MM-dd HH:mm:ss}.");
    }

    private sealed class Planted
    {
        public required long RowKey { get; init; }

        public required DateTime PlantedAt { get; init; }
    }
}

[TestFixture]
public sealed class FileSourceContractTests : FeedSourceContractTests
{
    private TempFolder _folder = null!;

    private protected override IFeedSource Source => new FileSource(TinySample.Built.Data.DropOf);

    private protected override Feed Feed => Repository.Feed("ae_monthly_return");

    private protected override Extract NoRows
    {
        get
        {
            var file = _folder.Write("a.csv", "period,org_code,type,attendances,breaches,admissions\n");
            return new Extract("a.csv", null, new SourceFile(file, "a.csv", "hash"));
        }
    }

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void CheckColumns_TriesEveryLayout() => Assert.That(
        Source.CheckColumns(WithUnknownColumn, CancellationToken.None), Has.Count.EqualTo(Feed.Layouts.Count));
}
