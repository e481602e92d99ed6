using Stp.Scorecard.Kpis;
using Stp.Tests.Support;
using Stp.Warehouse;

namespace Stp.Tests.Scorecard;

/// <summary>What a measure's SQL selects is a measure, or is refused in words.</summary>
[TestFixture]
public sealed class ScorecardTablesTests
{
    [TestCase("'2018-12-01'", "'Provider'", "1", "1", "\"Provider\", neither provider nor commissioner")]
    [TestCase("'2018-12-02'", "'provider'", "1", "1", "2018-12-02, not the first day of a month")]
    [TestCase("'2018-12-01'", "'provider'", "1", "2", "there are 2 rows for 2018-12-01, provider, RJ1, where a measure has one")]
    [TestCase("'2018-12-01'", "'provider'", "null", "1", "NOT NULL")]
    public void RowsThatAreNoMeasure_AreRefused(string month, string basis, string value, string rows, string words)
    {
        using var warehouse = WarehouseFixture.OfProgram();

        Assert.That(
            () => Measure(warehouse, month, basis, value, rows),
            Throws.TypeOf<WarehouseException>().With.Message.Contains(words));
    }

    [Test]
    public void RowsThatAreAMeasure_AreKept()
    {
        using var warehouse = WarehouseFixture.OfProgram();
        Measure(warehouse, "'2018-12-01'", "'provider'", "7", "1");

        Assert.That(new ScorecardTables(warehouse.Session).ReadMeasures().Select(row => (row.Basis, row.Value)), Is.EqualTo([(Basis.Provider, 7m)]));
    }

    private static void Measure(WarehouseFixture warehouse, string month, string basis, string value, string rows) =>
        new ScorecardTables(warehouse.Session).Measure(
            "some",
            $"""
            select cast({month} as date) as month_date, {basis} as basis, organisation_key, cast({value} as bigint) as value
            from star.dim_organisation, range({rows})
            where ods_code = 'RJ1'
            """);
}
