using Stp.Tests.Support;

namespace Stp.Tests.Warehouse;

/// <summary>Which pathways are a month's waiting list, where several sources could say.</summary>
[TestFixture]
public sealed class RttIncompleteTests
{
    private const string Listed =
        """
        select month_date, o.ods_code, sum(pathways)
        from mart.rtt_incomplete_basis_month
        inner join star.dim_organisation as o using (organisation_key)
        where basis = 'provider'
        group by all
        order by all
        """;

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfProgram();

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void SecondCensusOfAMonth_IsNotAddedToTheFirst()
    {
        Census("RJ1", "2018-12-28", 3);
        Census("RJ1", "2018-12-31", 2);
        Census("RJZ", "2018-12-28", 4);

        Assert.That(_warehouse.Rows(Listed), Is.EqualTo(["2018-12-01 | RJ1 | 2", "2018-12-01 | RJZ | 4"]), "each provider's last");
    }

    [Test]
    public void Return_CountsWhereAProviderHasNoCensus_AndOnlyForOurOwnProviders()
    {
        Census("RJ1", "2018-12-31", 2);
        _warehouse.Session.Execute("insert into star.dim_organisation values (900, 'RN7', 'Elsewhere', 'Elsewhere', 'other', null, null, null, null, true)");
        foreach (var (provider, month) in new[] { ("RJ1", "2018-11-01"), ("RJ1", "2018-12-01"), ("RJZ", "2018-12-01"), ("RN7", "2018-12-01") })
        {
            _warehouse.Session.Execute(
                $"""
                insert into star.fact_rtt_return by name
                select o.organisation_key as provider_key, 0 as commissioner_key, date '{month}' as month_date, p.part_key, 3 as specialty_key,
                    5 as band, 7 as pathways, 1 as batch_key
                from star.dim_organisation as o, star.dim_rtt_part as p
                where o.ods_code = '{provider}' and p.part_code = 'PART_2'
                """);
        }

        Assert.That(_warehouse.Rows(Listed), Is.EqualTo(["2018-11-01 | RJ1 | 7", "2018-12-01 | RJ1 | 2", "2018-12-01 | RJZ | 7"]));
    }

    private void Census(string provider, string date, int pathways) => _warehouse.Session.Execute(
        $"""
        insert into star.fact_rtt_open_pathway by name
        select date '{date}' as census_date, n as pathway_id, o.organisation_key as provider_key, 0 as commissioner_key, 3 as specialty_key,
            date '2018-12-01' as clock_start_date, 27 as waited_days, 3 as band, false as has_decision_to_admit,
            timestamp '2018-12-31 20:00' as modified_at, 1 as batch_key
        from range({pathways}) as r (n), star.dim_organisation as o
        where o.ods_code = '{provider}'
        """);
}
