using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>What a contract makes of landed rows: which are kept, as what, and what a reject says of the others.</summary>
[TestFixture]
public sealed class ContractTests
{
    private const string FactColumns = "id bigint, code text, amount integer, price decimal(9, 2), seen_date date, is_new boolean";

    private static readonly ContractColumn Id = Some.Column("id", LandingType.BigInt) with { IsRequired = true };
    private static readonly ContractColumn Code = Some.Column("code");
    private static readonly ContractColumn Amount = Some.Column("amount", LandingType.Integer);
    private static readonly ContractColumn Price = Some.Column("price", LandingType.Decimal) with { Precision = 9, Scale = 2 };
    private static readonly ContractColumn Seen = Some.Column("seen_date", LandingType.Date);
    private static readonly ContractColumn New = Some.Column("is_new", LandingType.Boolean);

    private WarehouseFixture _warehouse = null!;

    private static string RejectsSql => "select row_key, column_name, rule, reason, rejected_value from ops.reject order by all";

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfVisits(FactColumns);

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void TextThatIsNotItsType_IsRejectedWithTheType()
    {
        Load(
            Contract(),
            """
            id | code | amount | price | seen_date  | is_new
            1  | a    | 12     | 1.50  | 2018-12-31 | true
            2  | a    | twelve | 1.50  | 2018-12-31 | true
            3  | a    | 12     | £1    | 2018-12-31 | true
            4  | a    | 12     | 1.50  | 31/12/2018 | true
            5  | a    | 12     | 1.50  | 2018-12-31 | perhaps
            x  | a    | 12     | 1.50  | 2018-12-31 | true
            """);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(FactSql), Is.EqualTo(["1 | a | 12 | 1.50 | 2018-12-31 | true"]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo([
                "id=2 | amount | type | is no integer | twelve",
                "id=3 | price | type | is no decimal(9, 2) | £1",
                "id=4 | seen_date | type | is no date | 31/12/2018",
                "id=5 | is_new | type | is no boolean | perhaps",
                "id=null | id | type | is no bigint | x",
            ]));
        });
    }

    [TestCase("1.5", "amount", TestName = "WholeNumberWithAFraction_IsRejected_NotRounded")]
    [TestCase("3000000000", "amount", TestName = "WholeNumberTooLarge_IsRejected")]
    public void NumberThatIsNotTheNumberOfItsType_IsRejected(string value, string column)
    {
        Load(Contract(), $"id | {column} | seen_date\n1 | {value} | 2018-12-31", Id, Amount, Seen);

        Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo([$"id=1 | {column} | type | is no integer | {value}"]));
    }

    [Test]
    public void DecimalThatLandedWithMoreDigits_IsRejected_NotMadeNull()
    {
        var batch = _warehouse.Land("visit", "select 1::bigint as id, cast(12345678.5 as decimal(18, 2)) as price, date '2018-12-31' as seen_date, 'a' as code, 1 as amount, true as is_new", vary: null);
        _warehouse.Load(Contract(Id, Price, Seen), batch);

        Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=1 | price | type | is no decimal(9, 2) | 12345678.50"]));
    }

    [TestCase("12.0")]
    [TestCase(" 12 ")]
    [TestCase("1.2e1")]
    public void WholeNumberWrittenAnotherWay_IsKept(string value)
    {
        Load(Contract(), $"id | amount | seen_date\n1 | {value} | 2018-12-31", Id, Amount, Seen);

        Assert.That(_warehouse.Rows("select amount from star.fact_visit"), Is.EqualTo(["12"]));
    }

    [Test]
    public void EmptyAndBlankTexts_AreNoValue()
    {
        Load(Contract() with { Columns = [Id, Code, Amount, Price, Seen, New] }, "id | code | amount | price | seen_date | is_new\n1 | '' | '' | '' | 2018-12-31 | ''");

        Assert.That(_warehouse.Rows(FactSql), Is.EqualTo(["1 |  |  |  | 2018-12-31 | "]));
    }

    [TestCase("", TestName = "RequiredValueThatIsNull_IsRejected")]
    [TestCase("''", TestName = "RequiredValueThatIsEmpty_IsRejected")]
    public void RequiredValueMissing_IsRejected(string cell)
    {
        Load(Contract(), $"id | amount | seen_date\n7 | {cell} | 2018-12-31", Id, Amount with { IsRequired = true }, Seen);

        Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=7 | amount | required | has no value | "]));
    }

    [Test]
    public void RequiredValueOfTheWrongType_IsRejectedOnce()
    {
        Load(Contract(), "id | amount | seen_date\n7 | many | 2018-12-31", Id, Amount with { IsRequired = true }, Seen);

        Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=7 | amount | type | is no integer | many"]));
    }

    [Test]
    public void Code_IsTrimmedAndUpperCased_BeforeItIsCompared()
    {
        Load(
            Contract(),
            """
            id | code | seen_date
            1  | rj1  | 2018-12-31
            2  | RJ2  | 2018-12-31
            3  | ZZZ  | 2018-12-31
            4  |      | 2018-12-31
            """,
            Id, Code with { IsCode = true, Allowed = ["RJ1", "RJ2"] }, Seen);
        var padded = _warehouse.Land("visit", "select '5' as id, '  rj1 ' as code, '2018-12-31' as seen_date", vary: null);
        _warehouse.Load(Contract(Id, Code with { IsCode = true, Allowed = ["RJ1", "RJ2"] }, Seen), padded);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select id, code from star.fact_visit order by id"), Is.EqualTo(["1 | RJ1", "2 | RJ2", "4 | ", "5 | RJ1"]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=3 | code | allowed | is none of RJ1, RJ2 | ZZZ"]));
        });
    }

    [Test]
    public void TextThatIsNoCode_KeepsItsCase()
    {
        Load(Contract(), "id | code | seen_date\n1 | other | 2018-12-31\n2 | Other | 2018-12-31", Id, Code with { Allowed = ["other"] }, Seen);

        Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=2 | code | allowed | is none of other | Other"]));
    }

    [Test]
    public void MinimumAndMaximum_AreInside()
    {
        Load(
            Contract(),
            """
            id | amount | seen_date
            1  | -1     | 2018-12-31
            2  | 0      | 2018-12-31
            3  | 100    | 2018-12-31
            4  | 101    | 2018-12-31
            5  |        | 2018-12-31
            6  | 9      | 2013-03-31
            7  | 9      | 2013-04-01
            """,
            Id, Amount with { Minimum = "0", Maximum = "100" }, Seen with { Minimum = "2013-04-01" });

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select id from star.fact_visit order by id"), Is.EqualTo(["2", "3", "5", "7"]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo([
                "id=1 | amount | minimum | is below 0 | -1",
                "id=4 | amount | maximum | is above 100 | 101",
                "id=6 | seen_date | minimum | is below 2013-04-01 | 2013-03-31",
            ]));
        });
    }

    [Test]
    public void Sentinel_IsNoValue_AndIsJudgedAsNone()
    {
        Load(
            Contract(),
            """
            id | code | seen_date
            1  | N/K  | 2018-12-31
            2  | a    | 1800-01-01
            """,
            Id, Code with { NullWhen = ["N/K", "-"] }, Seen with { NullWhen = ["1800-01-01"], IsRequired = true, Minimum = "2013-04-01" });

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select id, code from star.fact_visit"), Is.EqualTo(["1 | "]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=2 | seen_date | required | has no value | 1800-01-01"]));
        });
    }

    [Test]
    public void RowRule_RejectsWhatIsFalse_AndKeepsWhatIsUnknown()
    {
        Load(
            Contract() with { RowRules = [new ContractRowRule("amount_within_id", "amount <= id")] },
            """
            id | amount | seen_date
            1  | 2      | 2018-12-31
            2  | 2      | 2018-12-31
            3  |        | 2018-12-31
            """,
            Id, Amount, Seen);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select id from star.fact_visit order by id"), Is.EqualTo(["2", "3"]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo(["id=1 | row | amount_within_id | breaks the rule amount_within_id | "]));
        });
    }

    [Test]
    public void SeveralBrokenRules_AreAllRecorded_AndTheRowCountsOnce()
    {
        var outcome = Load(
            Contract() with { RowRules = [new ContractRowRule("amount_within_id", "amount <= id")] },
            "id | code | amount | seen_date\n1 | zz | -5 | never\n9 | a | 5 | 2018-12-31",
            Id, Code with { Allowed = ["a"] }, Amount with { Minimum = "0" }, Seen with { IsRequired = true });

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Rejected, Is.EqualTo(1));
            Assert.That(_warehouse.Rows("select column_name, rule from ops.reject order by all"), Is.EqualTo([
                "amount | minimum", "code | allowed", "seen_date | type",
            ]));
        });
    }

    [Test]
    public void MoreThan62Rules_AreEachSeen()
    {
        var columns = Enumerable.Range(1, 130).Select(number => Some.Column($"c{number}", LandingType.Integer) with { Minimum = "0" }).ToList();
        var names = string.Join(", ", columns.Select(column => $"'{(column.Name is "c1" or "c62" or "c63" or "c124" or "c130" ? -1 : 1)}' as {column.Name}"));
        var batch = _warehouse.Land("visit", $"select '1' as id, '2018-12-31' as seen_date, {names} union all select '2', '2018-12-31', {string.Join(", ", columns.Select(_ => "'1'"))}", vary: null);
        var outcome = _warehouse.Load(Contract([Id, Seen, .. columns]), batch);

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Rejected, Is.EqualTo(1));
            Assert.That(outcome.Inserted, Is.EqualTo(1));
            Assert.That(
                _warehouse.Session.Query<string>("select column_name from ops.reject where rule = 'minimum'"),
                Is.EquivalentTo(["c1", "c62", "c63", "c124", "c130"]));
        });
    }

    [Test]
    public void Reject_SaysWhereTheRowLies()
    {
        Load(Contract(), "id | amount | seen_date\n1 | 1 | 2018-12-31\n2 | x | 2018-12-31\n3 | y | 2018-12-31", Id, Amount, Seen);

        Assert.That(_warehouse.Rows("select batch_key, feed, row_key, landed_file, landed_row from ops.reject order by row_key"), Is.EqualTo([
            "1 | visit | id=2 | part-001.parquet | 1",
            "1 | visit | id=3 | part-001.parquet | 2",
        ]));
    }

    [Test]
    public void PersonalValue_IsNeverShown()
    {
        Load(
            Contract(),
            "id | code | amount | seen_date\n1 | SECRET | 77 | 2018-12-31",
            Id with { IsPersonal = true, Maximum = "0" }, Code with { IsPersonal = true, Allowed = ["a"] },
            Amount with { IsPersonal = true, Maximum = "5" }, Seen);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select column_name, rejected_value from ops.reject order by all"), Is.EqualTo(["amount | ", "code | ", "id | "]));
            Assert.That(_warehouse.Session.Query<string>("select distinct row_key from ops.reject"), Is.EqualTo(["id=(personal)"]));
        });
    }

    [Test]
    public void LongValue_IsCutTo100Characters()
    {
        Load(Contract(), $"id | code | seen_date\n1 | {new string('x', 250)} | 2018-12-31", Id, Code with { Allowed = ["a"] }, Seen);

        Assert.That(_warehouse.Session.Scalar<string>("select rejected_value from ops.reject"), Has.Length.EqualTo(100));
    }

    [Test]
    public void TypedLanding_IsJudgedBySameRules()
    {
        var batch = _warehouse.Land(
            "visit",
            """
            id | code | amount | seen_date
            1  | rj1  | -1     | 2018-12-31
            2  |      | 5      | 1800-01-01
            3  | rj1  | 5      | 2018-12-31
            """,
            "id bigint, code text, amount integer, seen_date date");
        _warehouse.Load(
            Contract(Id, Code with { IsCode = true, IsRequired = true }, Amount with { Minimum = "0" }, Seen with { NullWhen = ["1800-01-01"], IsRequired = true }), batch);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows("select id, code, amount from star.fact_visit"), Is.EqualTo(["3 | RJ1 | 5"]));
            Assert.That(_warehouse.Rows(RejectsSql), Is.EqualTo([
                "id=1 | amount | minimum | is below 0 | -1",
                "id=2 | code | required | has no value | ",
                "id=2 | seen_date | required | has no value | 1800-01-01",
            ]));
        });
    }

    [TestCase(1, 0.01, TestName = "RejectsAtTheLimit_AreNormal")]
    [TestCase(0, 0, TestName = "NoRejectsWithALimitOfZero_AreNormal")]
    public void RejectsWithinTheLimit_LoadTheRest(int broken, decimal limit)
    {
        var outcome = _warehouse.Load(Contract(Id, Amount, Seen) with { RejectShareLimit = limit }, Hundred(broken));

        Assert.That((outcome.Landed, outcome.Rejected, outcome.Inserted), Is.EqualTo((100L, (long)broken, 100L - broken)));
    }

    [TestCase(2, 0.01, "2 of 100 rows (2.00 %) break the contract of visit, more than its limit of 1.00 %: see ops.reject")]
    [TestCase(1, 0, "1 of 100 rows (1.00 %) break the contract of visit, more than its limit of 0.00 %: see ops.reject")]
    public void RejectsAboveTheLimit_FailTheBatchWhole(int broken, decimal limit, string message)
    {
        var contract = Contract(Id, Amount, Seen) with { RejectShareLimit = limit };
        Assert.Multiple(() =>
        {
            Assert.That(() => _warehouse.Load(contract, Hundred(broken)), Throws.TypeOf<BatchFailedException>().With.Message.EqualTo(message));
            Assert.That(_warehouse.Rows("select * from star.fact_visit"), Is.Empty);
            Assert.That(_warehouse.Rows("select outcome, reason, landed_rows, rejected_rows, inserted_rows from ops.batch"), Is.EqualTo([$"failed | {message} | 100 | {broken} | 0"]));
            Assert.That(_warehouse.Rows("select * from ops.reject"), Has.Count.EqualTo(broken));
            Assert.That(_warehouse.Ledger.Watermark("visit"), Is.Null);
        });
    }

    [Test]
    public void UnreadLines_AreRejects_AndCountTowardsTheLimit()
    {
        var batch = _warehouse.Land(
            "visit", "id | amount | seen_date\n1 | 1 | 2018-12-31", null,
            manifest => manifest with { UnreadLines = [new UnreadLine(3, "the line has fewer columns than the header")] });
        var outcome = _warehouse.Load(Contract(Id, Amount, Seen), batch);

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Landed, outcome.Rejected, outcome.Inserted), Is.EqualTo((2L, 1L, 1L)));
            Assert.That(_warehouse.Rows("select row_key, landed_file, column_name, rule, reason from ops.reject"), Is.EqualTo([
                "line 3 |  | row | line | the line has fewer columns than the header",
            ]));
            Assert.That(() => _warehouse.Load(Contract(Id, Amount, Seen) with { RejectShareLimit = 0.49m }, batch), Throws.TypeOf<BatchFailedException>());
        });
    }

    private static string FactSql => "select id, code, amount, price, seen_date, is_new from star.fact_visit order by id";

    private static Contract Contract(params ContractColumn[] columns)
    {
        ContractColumn[] all = [Id, Code, Amount, Price, Seen, New];
        return Some.Contract([.. columns, .. all.Where(column => columns.All(given => given.Name != column.Name))]);
    }

    /// <summary>Lands a drawing, whose missing columns have no values, and loads it; the columns given replace those of the same name.</summary>
    private BatchOutcome Load(Contract contract, string drawing, params ContractColumn[] columns)
    {
        var complete = columns.Length == 0 ? contract : contract with { Columns = Contract(columns).Columns };
        return _warehouse.Load(complete, _warehouse.Land("visit", drawing));
    }

    private LandedBatch Hundred(int broken) => _warehouse.Land(
        "visit", $"select cast(n as text) as id, case when n <= {broken} then 'x' else '1' end as amount, '2018-12-31' as seen_date from range(1, 101) as r (n)", vary: null);
}
