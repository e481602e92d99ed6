using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>How batches change a fact, and what is on record of them afterwards.</summary>
[TestFixture]
public sealed class StarLoaderTests
{
    private const string Columns = "id bigint, amount integer, seen_date date, modified_at timestamp";
    private const string AllRows = "select id, amount, seen_date, batch_key from star.fact_visit order by id";
    private const string Batches = "select batch_key, outcome, landed_rows, superseded_rows, inserted_rows, updated_rows, unchanged_rows, deleted_rows from ops.batch order by batch_key";

    private const string FirstNight =
        """
        id | amount | seen_date  | modified_at
        1  | 10     | 2018-11-30 | 2018-12-01 01:00
        2  |        | 2018-12-01 | 2018-12-01 01:00
        3  | 30     | 2018-12-02 | 2018-12-01 01:00
        """;

    private static readonly Contract Contract = Some.Contract(
        Some.Column("id", LandingType.BigInt) with { IsRequired = true },
        Some.Column("amount", LandingType.Integer),
        Some.Column("seen_date", LandingType.Date) with { IsRequired = true },
        Some.Column("modified_at", LandingType.Timestamp)) with { NewestBy = "modified_at", RejectShareLimit = 0.5m };

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfVisits(
        Columns,
        ("fact_visit__amount_is_small", "-- severity: error\n-- Amounts are below 1,000.\nselect id, amount from star.fact_visit where amount >= 1000"),
        ("fact_visit__amount_is_even", "-- severity: warn\n-- Amounts are even.\nselect id from star.fact_visit where amount % 2 = 1"));

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void FirstBatch_InsertsItsRows()
    {
        Load(FirstNight);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo(["1 | 10 | 2018-11-30 | 1", "2 |  | 2018-12-01 | 1", "3 | 30 | 2018-12-02 | 1"]));
            Assert.That(_warehouse.Rows(Batches), Is.EqualTo(["1 | loaded | 3 | 0 | 3 | 0 | 0 | 0"]));
        });
    }

    [Test]
    public void NewChangedAndUnchangedRows_AreToldApart()
    {
        Load(FirstNight);
        Load(
            """
            id | amount | seen_date  | modified_at
            1  | 10     | 2018-11-30 | 2018-12-01 01:00
            3  | 32     | 2018-12-02 | 2018-12-02 01:00
            4  | 40     | 2018-12-03 | 2018-12-02 01:00
            """);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo([
                "1 | 10 | 2018-11-30 | 1", "2 |  | 2018-12-01 | 1", "3 | 32 | 2018-12-02 | 2", "4 | 40 | 2018-12-03 | 2",
            ]));
            Assert.That(_warehouse.Rows(Batches)[1], Is.EqualTo("2 | loaded | 3 | 0 | 1 | 1 | 1 | 0"));
        });
    }

    [TestCase("2", "20", "2 | 20 | 2018-12-01 | 2", TestName = "OnlyChangeIsNullToValue_IsAChange")]
    [TestCase("1", "", "1 |  | 2018-12-01 | 2", TestName = "OnlyChangeIsValueToNull_IsAChange")]
    public void OnlyChangeIsANull_IsAChange(string id, string amount, string row)
    {
        Load("id | amount | seen_date | modified_at\n1 | 10 | 2018-12-01 | 2018-12-01 01:00\n2 |  | 2018-12-01 | 2018-12-01 01:00");
        var outcome = Load($"id | amount | seen_date | modified_at\n{id} | {amount} | 2018-12-01 | 2018-12-01 01:00");

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Inserted, outcome.Updated, outcome.Unchanged), Is.EqualTo((0L, 1L, 0L)));
            Assert.That(_warehouse.Rows(AllRows), Does.Contain(row));
            Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void EmptyBatch_ChangesNothing_AndMovesTheWatermark()
    {
        Load(FirstNight);
        var outcome = Load("id | amount | seen_date | modified_at", manifest => manifest with { WindowEnd = new DateTime(2019, 1, 9) });

        Assert.Multiple(() =>
        {
            Assert.That(outcome.ChangedAnything, Is.False);
            Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(3));
            Assert.That(_warehouse.Ledger.Watermark("visit"), Is.EqualTo(new DateTime(2019, 1, 9)));
        });
    }

    [Test]
    public void EmptyFirstBatch_Loads()
    {
        Assert.That(Load("id | amount | seen_date | modified_at"), Is.EqualTo(new BatchOutcome(1, 0, 0, 0, 0, 0, 0, 0)));
    }

    [Test]
    public void RepeatedKey_KeepsTheNewest()
    {
        var outcome = Load(
            """
            id | amount | seen_date  | modified_at
            1  | 12     | 2018-12-01 | 2018-12-03 01:00
            1  | 10     | 2018-12-01 | 2018-12-01 01:00
            1  | 14     | 2018-12-01 |
            2  | 20     | 2018-12-01 | 2018-12-01 01:00
            2  | 20     | 2018-12-01 | 2018-12-01 01:00
            3  | 30     | 2018-12-01 | 2018-12-01 01:00
            3  | 32     | 2018-12-01 | 2018-12-01 01:00
            """);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo([
                "1 | 12 | 2018-12-01 | 1", "2 | 20 | 2018-12-01 | 1", "3 | 32 | 2018-12-01 | 1",
            ]), "by change time, no time last; at the same time the later row");
            Assert.That((outcome.Superseded, outcome.Inserted), Is.EqualTo((4L, 3L)));
        });
    }

    [Test]
    public void NewestVersionThatIsRejected_LeavesTheOlder()
    {
        Load(
            """
            id | amount | seen_date  | modified_at
            1  | 10     | 2018-12-01 | 2018-12-01 01:00
            1  | ten    | 2018-12-01 | 2018-12-03 01:00
            """);

        Assert.That(_warehouse.Rows(AllRows), Is.EqualTo(["1 | 10 | 2018-12-01 | 1"]));
    }

    [Test]
    public void OlderVersionInALaterBatch_ChangesNothing()
    {
        Load("id | amount | seen_date | modified_at\n1 | 12 | 2018-12-01 | 2018-12-03 01:00\n2 | 20 | 2018-12-01 | 2018-12-01 01:00");
        var outcome = Load("id | amount | seen_date | modified_at\n1 | 10 | 2018-12-01 | 2018-12-01 01:00\n2 | 22 | 2018-12-01 | 2018-12-01 01:00");

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo(["1 | 12 | 2018-12-01 | 1", "2 | 22 | 2018-12-01 | 2"]), "at the same time the later batch wins");
            Assert.That((outcome.Superseded, outcome.Updated, outcome.Unchanged), Is.EqualTo((1L, 1L, 0L)));
        });
    }

    [Test]
    public void OlderVersionInAFullBatch_Replaces()
    {
        Load("id | amount | seen_date | modified_at\n1 | 12 | 2018-12-01 | 2018-12-03 01:00");
        Load("id | amount | seen_date | modified_at\n1 | 10 | 2018-12-01 | 2018-12-01 01:00", manifest => manifest with { IsFull = true });

        Assert.That(_warehouse.Rows(AllRows), Is.EqualTo(["1 | 10 | 2018-12-01 | 2"]), "a full extract is what the source says");
    }

    [Test]
    public void FullBatch_DeletesWhatItNoLongerHolds()
    {
        Load(FirstNight);
        var outcome = Load(
            """
            id | amount | seen_date  | modified_at
            1  | 10     | 2018-11-30 | 2018-12-01 01:00
            3  | 32     | 2018-12-02 | 2018-12-02 01:00
            """,
            manifest => manifest with { IsFull = true });

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo(["1 | 10 | 2018-11-30 | 1", "3 | 32 | 2018-12-02 | 2"]));
            Assert.That((outcome.Inserted, outcome.Updated, outcome.Unchanged, outcome.Deleted), Is.EqualTo((0L, 1L, 1L, 1L)));
        });
    }

    [Test]
    public void BatchMonth_CountsTheRowsThatChangedInEachMonth()
    {
        Load(FirstNight);
        Load("id | amount | seen_date | modified_at\n3 | 32 | 2018-12-02 | 2018-12-02 01:00\n1 | 10 | 2018-11-30 | 2018-12-01 01:00");

        Assert.That(_warehouse.Rows("select batch_key, fact, month_date, changed_rows from ops.batch_month order by all"), Is.EqualTo([
            "1 | fact_visit | 2018-11-01 | 1", "1 | fact_visit | 2018-12-01 | 2", "2 | fact_visit | 2018-12-01 | 1",
        ]));
    }

    [Test]
    public void FailedDataTest_TakesEverythingBack_AndIsOnRecordWithItsRejects()
    {
        Load(FirstNight);
        var before = _warehouse.HashOfFact("fact_visit");
        const string Message = "data test fact_visit__amount_is_small failed on 1 rows: see ops.data_test";
        var bad =
            """
            id | amount | seen_date  | modified_at
            3  | 3000   | 2018-12-02 | 2018-12-02 01:00
            5  | five   | 2018-12-02 | 2018-12-02 01:00
            """;

        Assert.That(() => Load(bad, manifest => manifest with { WindowEnd = new DateTime(2019, 6, 1) }), Throws.TypeOf<BatchFailedException>().With.Message.EqualTo(Message));
        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.HashOfFact("fact_visit"), Is.EqualTo(before));
            Assert.That(_warehouse.Ledger.Watermark("visit"), Is.EqualTo(new DateTime(2019, 1, 1)));
            Assert.That(_warehouse.Rows("select batch_key, outcome, reason, rejected_rows, inserted_rows from ops.batch where batch_key = 2"), Is.EqualTo([$"2 | failed | {Message} | 1 | 0"]));
            Assert.That(_warehouse.Rows("select batch_key, row_key from ops.reject"), Is.EqualTo(["2 | id=5"]));
            Assert.That(_warehouse.Rows("select * from ops.batch_month where batch_key = 2"), Is.Empty);
            Assert.That(_warehouse.Ledger.DecidedBatches("visit"), Is.EquivalentTo(["b001", "b002"]));
        });
    }

    [Test]
    public void DataTestThatWarns_StopsNothing_AndIsOnRecord()
    {
        var outcome = Load("id | amount | seen_date | modified_at\n1 | 11 | 2018-12-01 | 2018-12-01 01:00");

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Inserted, Is.EqualTo(1));
            Assert.That(_warehouse.Rows("select run_id, data_test, description, severity, failures, example from ops.data_test order by data_test"), Is.EqualTo([
                "r1 | fact_visit__amount_is_even | Amounts are even. | warn | 1 | id=1",
                "r1 | fact_visit__amount_is_small | Amounts are below 1,000. | error | 0 | ",
            ]));
        });
    }

    [Test]
    public void ErrorWithinTheTransaction_MovesNothing()
    {
        Load(FirstNight);
        var before = _warehouse.HashOfFact("fact_visit");
        _warehouse.Session.Execute("alter table ops.batch add column unknown_to_the_ledger integer");
        const string NewRow = "id | amount | seen_date | modified_at\n9 | 90 | 2018-12-02 | 2018-12-02 01:00";

        Assert.That(
            () => Load(NewRow, manifest => manifest with { WindowEnd = new DateTime(2019, 6, 1) }), Throws.TypeOf<WarehouseException>(),
            "the ledger's row, which is written last, does not fit");
        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.HashOfFact("fact_visit"), Is.EqualTo(before));
            Assert.That(_warehouse.Ledger.Watermark("visit"), Is.EqualTo(new DateTime(2019, 1, 1)));
            Assert.That(_warehouse.Ledger.DecidedBatches("visit"), Is.EquivalentTo(["b001"]), "the batch still waits");
        });
    }

    [Test]
    public void NextBatch_LoadsAfterAFailedOne()
    {
        Assert.That(() => Load("id | amount | seen_date | modified_at\n1 | 1000 | 2018-12-01 | 2018-12-01 01:00"), Throws.TypeOf<BatchFailedException>());

        Assert.That(Load(FirstNight).BatchKey, Is.EqualTo(2));
        Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(3));
    }

    [Test]
    public void LastDay_IsTheLatestMonthColumnOfTheFacts()
    {
        Assert.That(_warehouse.Loader.LastDay("visit", new DateOnly(2018, 12, 31)), Is.Null);
        Load(FirstNight);
        Assert.That(_warehouse.Loader.LastDay("visit", new DateOnly(2018, 12, 31)), Is.EqualTo(new DateOnly(2018, 12, 2)));
    }

    [Test]
    public void DateBeyondTheAsOfDay_DoesNotMakeTheFeedFresh()
    {
        Load(FirstNight + "\n4  | 40     | 2030-01-01 | 2018-12-01 01:00");

        Assert.That(_warehouse.Loader.LastDay("visit", new DateOnly(2018, 12, 31)), Is.EqualTo(new DateOnly(2018, 12, 2)));
    }

    [Test]
    public void FullBatchThatLostMostRows_Fails_AndTheFactStays()
    {
        Load(FirstNight);

        Assert.That(
            () => Load("id | amount | seen_date | modified_at\n1 | 10 | 2018-11-30 | 2018-12-01 01:00", manifest => manifest with { IsFull = true }),
            Throws.TypeOf<BatchFailedException>().With.Message.Contains("would remove 2 of the 3 rows of fact_visit"));
        Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(3));
    }

    [Test]
    public void FailedDataTest_KeepsItsResult_ThoughItsBatchIsTakenBack()
    {
        Assert.That(
            () => Load("id | amount | seen_date | modified_at\n1 | 1000 | 2018-12-01 | 2018-12-01 01:00"),
            Throws.TypeOf<BatchFailedException>().With.Message.EndsWith("see ops.data_test"));

        Assert.That(
            _warehouse.Rows("select data_test, failures, example from ops.data_test where failures > 0"),
            Is.EqualTo(["fact_visit__amount_is_small | 1 | id=1, amount=1000"]));
    }

    [Test]
    public void RowThatIsRejectedAgain_StandsOnceInTheRejects()
    {
        const string Bad = "id | amount | seen_date | modified_at\n1 | 10 | | 2018-12-01 01:00\n2 | 10 | 2018-12-01 | 2018-12-01 01:00";
        Load(Bad);
        Load(Bad);

        Assert.That(_warehouse.Rows("select batch_key, row_key, rule from ops.reject"), Is.EqualTo(["2 | id=1 | required"]));
    }

    private BatchOutcome Load(string drawing, Func<BatchManifest, BatchManifest>? vary = null) =>
        _warehouse.Load(Contract, _warehouse.Land("visit", drawing, null, vary));
}
