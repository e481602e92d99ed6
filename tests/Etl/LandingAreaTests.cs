using System.Data.Common;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Landing;
using Stp.Etl.Sources;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Etl;

/// <summary>A batch in landing is whole or not there, and what is not whole, or of another contract, is never loaded.</summary>
[TestFixture]
public sealed class LandingAreaTests
{
    private const string Rows = "select 7::bigint as Id, timestamp '2018-12-31 10:00' as SeenAt, timestamp '2018-12-31 11:00' as ModifiedAt";

    private static readonly Feed Feed = Some.Feed();

    private TempFolder _folder = null!;
    private LandingArea _landing = null!;

    private List<string> Warnings { get; } = [];

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _landing = new LandingArea(_folder.Path);
        Warnings.Clear();
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Land_WritesPartsAndAManifest_UnderTheBatchesName()
    {
        var batch = Land("b1", new QuerySource(Rows));

        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(_landing.PathOf("visit", "b1")).Select(Path.GetFileName), Is.EquivalentTo(["manifest.json", "part-001.parquet"]));
            Assert.That((batch.Rows, batch.Query, batch.IsFull, batch.WindowEnd), Is.EqualTo((1L, Rows, true, (DateTime?)new DateTime(2019, 1, 1))));
            Assert.That(batch.Columns, Is.EqualTo([
                new LandedColumn("Id", LandingType.BigInt), new LandedColumn("SeenAt", LandingType.Timestamp), new LandedColumn("ModifiedAt", LandingType.Timestamp),
            ]));
            Assert.That(Directory.GetDirectories(_folder["visit"]), Has.Length.EqualTo(1));
        });
    }

    [TestCase("data [1]")]
    [TestCase("data*")]
    public void FolderThatLooksLikeAPattern_IsThatFolder(string name)
    {
        _landing = new LandingArea(_folder[name]);

        Assert.That(Land("b1", new QuerySource(Rows)).Rows, Is.EqualTo(1));
    }

    [Test]
    public void WaitingBatch_IsTheOneThatWasLanded()
    {
        var landed = Land("b1", new QuerySource(Rows));
        var waiting = Waiting().Single();

        Assert.Multiple(() =>
        {
            Assert.That(waiting with { Parts = [], Columns = [], UnreadLines = [] }, Is.EqualTo(landed with { Parts = [], Columns = [], UnreadLines = [] }));
            Assert.That(waiting.Parts, Is.EqualTo(landed.Parts));
            Assert.That(waiting.Columns, Is.EqualTo(landed.Columns));
            Assert.That(Warnings, Is.Empty);
        });
    }

    [Test]
    public void NoRows_LandWithTheirColumns()
    {
        var batch = Land("b1", new QuerySource($"{Rows} limit 0"));
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);

        Assert.That(batch.Rows, Is.Zero);
        Assert.That(
            session.Texts($"select column_name, column_type from (describe select * from read_parquet({SqlText.Literal(Part("b1"))}))"),
            Is.EqualTo(["Id | BIGINT", "SeenAt | TIMESTAMP", "ModifiedAt | TIMESTAMP"]));
    }

    [Test]
    public void DecidedBatches_DoNotWait_AndTheOthersDoInOrder()
    {
        Land("b2", new QuerySource(Rows));
        Land("b1", new QuerySource(Rows));
        Land("b3", new QuerySource(Rows));

        Assert.That(Waiting("b2").Select(batch => batch.BatchId), Is.EqualTo(["b1", "b3"]));
    }

    [Test]
    public void ReaderThatFailsAmongTheRows_LeavesNothing_AndIsASourceFailure()
    {
        // The 200,001st row does not cast: by then rows have been written.
        var failing = new QuerySource(
            "select case when n < 200000 then n else cast('no number ' || n as bigint) end as Id, timestamp '2018-12-31' as SeenAt, timestamp '2018-12-31' as ModifiedAt from range(400000) as r (n)");

        Assert.That(() => Land("b1", failing), Throws.TypeOf<SourceException>().With.Message.StartsWith("all could not be landed: "));
        Assert.That(Directory.GetDirectories(_folder["visit"]), Is.Empty);
    }

    [Test]
    public void SourceThatCannotBeOpened_LeavesNothing()
    {
        Assert.That(() => Land("b1", new QuerySource("down")), Throws.TypeOf<SourceException>());
        Assert.That(Directory.GetDirectories(_folder["visit"]), Is.Empty);
    }

    [Test]
    public void ColumnThatIsMissingAtTheSource_IsNamed() => Assert.That(
        () => Land("b1", new QuerySource("select 7::bigint as Id, timestamp '2018-12-31' as Modified")),
        Throws.TypeOf<SourceException>().With.Message.Contains("gives no column SeenAt, ModifiedAt").And.Message.Contains(Feed.ConfigFile));

    [Test]
    public void ColumnOfAnotherType_IsNamed() => Assert.That(
        () => Land("b1", new QuerySource("select true as Id, timestamp '2018-12-31' as SeenAt, timestamp '2018-12-31' as ModifiedAt")),
        Throws.TypeOf<SourceException>().With.Message.Contains("Id"));

    [Test]
    public void Unfinished_IsRemoved_AndWholeBatchesStay()
    {
        Land("b1", new QuerySource(Rows));
        _folder.Write("visit/.landing-b2/part-001.parquet", "half");
        Assert.That(Waiting(), Has.Count.EqualTo(1));

        _landing.RemoveUnfinished();
        Assert.That(Directory.GetDirectories(_folder["visit"]).Select(Path.GetFileName), Is.EqualTo(["b1"]));
    }

    [Test]
    public void RemoveUnfinished_WithoutALanding_DoesNothing() => Assert.That(new LandingArea(_folder["none"]).RemoveUnfinished, Throws.Nothing);

    [Test]
    public void DamagedPart_IsSetAside()
    {
        Land("b1", new QuerySource(Rows));
        File.AppendAllText(Part("b1"), "x");

        AssertSetAside("landing/visit/b1 is damaged (part-001.parquet): it is set aside and extracted again");
    }

    [TestCase("manifest.json", "its manifest is missing or cannot be read")]
    [TestCase("part-001.parquet", "part-001.parquet")]
    public void MissingFile_SetsTheBatchAside(string file, string what)
    {
        Land("b1", new QuerySource(Rows));
        File.Delete(Path.Combine(_landing.PathOf("visit", "b1"), file));

        AssertSetAside($"landing/visit/b1 is damaged ({what}): it is set aside and extracted again");
    }

    [Test]
    public void BatchOfAnotherConfig_WhoseColumnsStillServe_Waits()
    {
        Land("b1", new QuerySource(Rows));
        var edited = Feed with
        {
            Owner = "Another team",
            Columns = [Feed.Columns[0] with { Type = LandingType.Text, IsRequired = true }, Feed.Columns[1] with { Type = LandingType.Date }, Feed.Columns[2]],
            Rules = [],
        };

        Assert.That(WaitingFor(edited), Has.Count.EqualTo(1));
        Assert.That(WaitingFor(Feed with { Columns = [.. Feed.Columns.Skip(1)] }), Has.Count.EqualTo(1), "a column less is no loss");
        Assert.That(Warnings, Is.Empty);
    }

    private static IEnumerable<TestCaseData> Misfits()
    {
        yield return new TestCaseData(Feed with { Columns = [.. Feed.Columns, Some.Spec("Site")] }, "has no column Site");
        yield return new TestCaseData(
            Feed with { Columns = [Feed.Columns[0] with { Type = LandingType.Date }, .. Feed.Columns.Skip(1)] },
            "holds Id as BigInt, which cannot become Date");
        yield return new TestCaseData(
            Feed with { Columns = [Feed.Columns[0] with { Type = LandingType.Text, Personal = PersonalTreatment.Band, Band = BandKind.PostcodeArea }, .. Feed.Columns.Skip(1)] },
            "holds Id under another personal treatment");
        yield return new TestCaseData(Feed with { Mode = FeedMode.Files, Watermark = null }, "came from another kind of source");
    }

    [TestCaseSource(nameof(Misfits))]
    public void BatchWhoseColumnsDoNotServe_IsSetAside(Feed feed, string why)
    {
        Land("b1", new QuerySource(Rows));

        Assert.That(WaitingFor(feed), Is.Empty);
        Assert.That(Warnings, Is.EqualTo([$"landing/visit/b1 {why}: it is set aside and extracted again"]));
    }

    [TestCase(4, 1, TestName = "BatchThatFollowsOn_Waits")]
    [TestCase(3, 0, TestName = "BatchThatLeavesAGapBeforeIt_IsSetAside")]
    public void BatchAfterTheWatermark(int day, int count)
    {
        var window = new ExtractWindow(new DateTime(2018, 12, 1), new DateTime(2019, 1, 1));
        _landing.Land(Feed, new QuerySource(Rows), new Extract("lag", window, null), new BatchIdentity("b1", "r1", Some.Utc), null, new Progress<long>(), CancellationToken.None);

        Assert.That(_landing.Waiting(Feed, new HashSet<string>(), new DateTime(2018, 12, day), _ => false, Warnings.Add, Assert.Fail), Has.Count.EqualTo(count), "the lag is three days");
        Assert.That(Warnings, Has.Count.EqualTo(1 - count));
    }

    [Test]
    public void PersonalColumns_TouchTheDiskOnlyAsWhatTheyBecome()
    {
        var feed = Feed with
        {
            Columns =
            [
                .. Feed.Columns,
                Some.Spec("NhsNumber", LandingType.Uuid) with { LandsAs = "Pseudonym", Personal = PersonalTreatment.Pseudonymise },
                Some.Spec("BirthDate") with { LandsAs = "AgeBand", Personal = PersonalTreatment.Band, Band = BandKind.Age, BandAt = "SeenAt" },
                Some.Spec("Postcode") with { LandsAs = "Area", Personal = PersonalTreatment.Band, Band = BandKind.PostcodeArea },
                Some.Spec("LocalId") with { Personal = PersonalTreatment.Drop },
            ],
        };
        var source = new QuerySource($"{Rows}, unnest(['9990000018', '9990000019', null]) as NhsNumber, date '1980-01-01' as BirthDate, 'SE1 9ZZ' as Postcode, 'L1' as LocalId");
        var pseudonymiser = new Pseudonymiser(new byte[32]);
        var batch = Land("b1", source, feed, pseudonymiser);
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(batch.InvalidNhsNumbers, Is.EqualTo(1));
            Assert.That(
                session.Texts($"select * exclude (Id, SeenAt, ModifiedAt) from read_parquet({SqlText.Literal(Part("b1"))}) order by Pseudonym nulls last"),
                Is.EqualTo([$"{pseudonymiser.Of("9990000018")} | 18-39 | SE", " | 18-39 | SE", " | 18-39 | SE"]));
        });
    }

    [TestCase("9990000018::bigint", "'1980-01-01'")]
    [TestCase("9990000018::decimal(10, 0)", "'1980-01-01 00:00:00'")]
    [TestCase("'999 000 0018'", "timestamp '1980-01-01 00:00:00'")]
    public void PersonalColumns_OfWhateverTypeHoldsThem_Land(string number, string birthDate)
    {
        var pseudonymiser = new Pseudonymiser(new byte[32]);
        Land("b1", new QuerySource($"{Rows}, {number} as NhsNumber, {birthDate} as BirthDate"), Personal, pseudonymiser);
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);

        Assert.That(
            session.Texts($"select Pseudonym, AgeBand from read_parquet({SqlText.Literal(Part("b1"))})"),
            Is.EqualTo([$"{pseudonymiser.Of("9990000018")} | 18-39"]));
    }

    [TestCase("true", "null::date", "NhsNumber is handed over as Boolean")]
    [TestCase("'9990000018'", "1980", "BirthDate is handed over as Int32")]
    [TestCase("'9990000018'", "'31/12/1980'", "BirthDate holds a text that is no day")]
    public void PersonalColumn_OfATypeThatCannotBeTreated_IsNamed(string number, string birthDate, string why) => Assert.That(
        () => Land("b1", new QuerySource($"{Rows}, {number} as NhsNumber, {birthDate} as BirthDate"), Personal, new Pseudonymiser(new byte[32])),
        Throws.TypeOf<SourceException>().With.Message.Contains(why).And.Message.Not.Contains("1980"));

    private static Feed Personal => Feed with
    {
        Columns =
        [
            .. Feed.Columns,
            Some.Spec("NhsNumber", LandingType.Uuid) with { LandsAs = "Pseudonym", Personal = PersonalTreatment.Pseudonymise },
            Some.Spec("BirthDate") with { LandsAs = "AgeBand", Personal = PersonalTreatment.Band, Band = BandKind.Age, BandAt = "SeenAt" },
        ],
    };

    private string Part(string batch) => Path.Combine(_landing.PathOf("visit", batch), "part-001.parquet");

    private void AssertSetAside(string warning)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Waiting(), Is.Empty);
            Assert.That(Warnings, Is.EqualTo([warning]));
            Assert.That(Directory.GetDirectories(_folder["visit"]).Select(Path.GetFileName), Is.EqualTo([".set-aside-b1"]));
            Assert.That(Waiting(), Is.Empty);
        });
    }

    private IReadOnlyList<BatchManifest> Waiting(params string[] decided) => _landing.Waiting(Feed, decided.ToHashSet(), null, _ => false, Warnings.Add, Assert.Fail);

    private IReadOnlyList<BatchManifest> WaitingFor(Feed feed) => _landing.Waiting(feed, new HashSet<string>(), null, _ => false, Warnings.Add, Assert.Fail);

    private BatchManifest Land(string batch, IFeedSource source, Feed? feed = null, Pseudonymiser? pseudonymiser = null) => _landing.Land(
        feed ?? Feed, source, new Extract("all", ExtractWindow.Full(new DateOnly(2018, 12, 31), Some.Utc), null), new BatchIdentity(batch, "r1", Some.Utc),
        pseudonymiser, new Progress<long>(), CancellationToken.None);

    /// <summary>A source that is a query of DuckDB; one that is no query is down.</summary>
    private sealed class QuerySource(string query) : IFeedSource
    {
        public IEnumerable<Extract> Plan(Feed feed, FeedProgress progress) => [];

        public ExtractReader Open(Feed feed, Extract extract, CancellationToken cancellation)
        {
            if (query == "down")
            {
                throw new SourceException("visit: the server does not answer");
            }

            var session = WarehouseSession.OpenInMemory(cancellation);
            DbDataReader reader = session.OpenReader(query);
            return new ExtractReader(reader, query, null, () => [], session);
        }

        public IReadOnlyList<string> CheckColumns(Feed feed, CancellationToken cancellation) => [];
    }
}
