using Stp.Tests.Etl;
using Stp.Tests.Support;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Conventions;

/// <summary>
/// Two differences between DuckDB and PostgreSQL that nothing complains of, division of whole numbers and the place of nulls in an
/// order, change no result of a measure, a data test or a view.
/// </summary>
[TestFixture]
public sealed class PortableSqlTests
{
    private FeedRoad _road = null!;

    private static IEnumerable<SqlSource> Files() => SqlSource.Of("config/measures", "warehouse/sql/tests", "warehouse/sql/mart");

    [OneTimeSetUp]
    public void Load()
    {
        _road = new FeedRoad(TinySample.Built.Data);
        foreach (var feed in Repository.Config.Feeds)
        {
            _road.Run(feed.Id, new DateOnly(2018, 12, 31));
        }
    }

    [OneTimeTearDown]
    public void Remove() => _road.Dispose();

    [TearDown]
    public void AsDuckDb() => _road.Warehouse.Session.Execute("reset integer_division; reset default_null_order");

    [TestCaseSource(nameof(Files))]
    public void Result_IsTheSameUnderPostgresRules(SqlSource file)
    {
        var sql = SqlFile.Parse(file.Name, file.Text).Text;
        var before = Result(sql);
        _road.Warehouse.Session.Execute("set integer_division = true; set default_null_order = 'postgres'");

        Assert.That(Result(sql), Is.EqualTo(before));
    }

    [Test]
    public void Measures_HaveRows()
    {
        foreach (var measure in Repository.Config.Measures)
        {
            Assert.That(_road.Warehouse.Session.Scalar<long>($"select count(*) from ({measure.Sql})"), Is.GreaterThan(100), measure.Name);
        }
    }

    private string Result(string sql) => _road.Warehouse.Session.Query<string>(
        $"select count(*) || ' rows, ' || coalesce(cast(sum(cast(hash(r) as hugeint)) as text), '') from ({sql}) as r")[0];
}
