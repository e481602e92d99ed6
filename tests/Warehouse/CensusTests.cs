using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>A census replaces the one of its date, whole, and no other.</summary>
[TestFixture]
public sealed class CensusTests
{
    private const string AllRows = "select id, amount, seen_date, batch_key from star.fact_visit order by seen_date, id";

    private const string TwoCensuses =
        """
        id | amount | seen_date
        11 | 10     | 2018-11-30
        12 | 20     | 2018-11-30
        13 | 30     | 2018-11-30
        21 | 10     | 2018-12-31
        22 | 20     | 2018-12-31
        """;

    private static readonly Contract Contract = Some.Contract(
        Some.Column("id", LandingType.BigInt) with { IsRequired = true },
        Some.Column("amount", LandingType.Integer),
        Some.Column("seen_date", LandingType.Date) with { IsRequired = true }) with { IsCensus = true };

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfVisits("id bigint, amount integer, seen_date date");

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [TestCase(false)]
    [TestCase(true, Description = "a source keeps its censuses for a while only: those that it has no more stay with us")]
    public void Census_ReplacesItsDateAndNoOther(bool isFull)
    {
        Load(TwoCensuses);
        var outcome = Load(
            """
            id | amount | seen_date
            11 | 10     | 2018-11-30
            13 | 31     | 2018-11-30
            14 | 40     | 2018-11-30
            """,
            isFull);

        Assert.Multiple(() =>
        {
            Assert.That(_warehouse.Rows(AllRows), Is.EqualTo([
                "11 | 10 | 2018-11-30 | 1", "13 | 31 | 2018-11-30 | 2", "14 | 40 | 2018-11-30 | 2",
                "21 | 10 | 2018-12-31 | 1", "22 | 20 | 2018-12-31 | 1",
            ]));
            Assert.That((outcome.Inserted, outcome.Updated, outcome.Unchanged, outcome.Deleted), Is.EqualTo((1L, 1L, 1L, 1L)));
        });
    }

    [Test]
    public void NightWithoutACensus_ChangesNothing()
    {
        Load(TwoCensuses);
        Load("id | amount | seen_date");

        Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(5));
    }

    [Test]
    public void CensusThatLostMostOfItsRows_Fails_AndTheOldOneStays()
    {
        Load(TwoCensuses);

        Assert.That(
            () => Load("id | amount | seen_date\n11 | 10 | 2018-11-30"),
            Throws.TypeOf<BatchFailedException>().With.Message.Contains("would remove 2 of the 3 rows of fact_visit that it stands for"));
        Assert.That(_warehouse.Rows(AllRows), Has.Count.EqualTo(5));
    }

    private BatchOutcome Load(string drawing, bool isFull = false) =>
        _warehouse.Load(Contract, _warehouse.Land("visit", drawing, null, manifest => manifest with { IsFull = isFull }));
}
