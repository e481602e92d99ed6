using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>How a pathway becomes its row: waits and their edges, groups, what it counts for, and the tests that guard it.</summary>
[TestFixture]
public sealed class CancerPathwayTests
{
    private const string Types =
        "PathwayId bigint, ReferralRoute text, SuspectedTumourGroup text, ReferredDate date, FirstSeenDate date, FirstSeenProviderCode text, " +
        "TransferDate date, ToldDate date, DecidedToTreatDate date, TreatedDate date, TreatingProviderCode text, TumourGroup text, " +
        "TreatmentModality text, Outcome text, CommissionerCode text, Sex text, AgeBand text, ModifiedAt timestamp";

    private static readonly Contract Contract = FeedContract.Of(Repository.Feed("cancer_pathway")) with { RejectShareLimit = 0.9m };

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfProgram();

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void Waits_AreDaysWithTheirLastDayInTime()
    {
        Load(
            """
            PathwayId | ReferralRoute | ReferredDate | FirstSeenDate | DecidedToTreatDate | TreatedDate | Outcome
            1         | 2WW           | 2018-06-01   | 2018-06-15    | 2018-07-02         | 2018-08-02  | C
            2         | 2WW           | 2018-06-01   | 2018-06-16    | 2018-07-02         | 2018-08-03  | C
            3         | BREAST        | 2018-06-01   | 2018-06-15    |                    |             | O
            4         | SCREEN        | 2018-06-01   | 2018-06-15    |                    |             | O
            5         | OTHER         | 2018-06-01   |               | 2018-06-01         | 2018-06-01  | C
            """);

        Assert.That(
            _warehouse.Rows(
                """
                select
                    pathway_id, first_seen_days, is_within_14_days, decided_to_treated_days, is_within_31_days, treated_days, is_within_62_days
                from star.fact_cancer_pathway
                order by pathway_id
                """),
            Is.EqualTo([
                "1 | 14 | true | 31 | true | 62 | true",
                "2 | 15 | false | 32 | false | 63 | false",
                "3 | 14 | true |  |  |  | ",
                "4 | 14 |  |  |  |  | ",
                "5 |  |  | 0 | true | 0 | ",
            ]));
    }

    [Test]
    public void Groups_AreKnown_Unknown_OrNone()
    {
        Load(
            """
            PathwayId | SuspectedTumourGroup | TumourGroup  | Outcome
            1         | lung                 | LUNG         | C
            2         | BREAST-SYMPTOMS      |              | O
            3         | FOOT                 | FOOT         | C
            4         |                      |              | N
            """);

        Assert.That(
            _warehouse.Rows(
                """
                select p.pathway_id, s.tumour_group_name, t.tumour_group_name, s.tumour_group_family, t.tumour_group_family
                from star.fact_cancer_pathway as p
                inner join star.dim_tumour_group as s on s.tumour_group_key = p.suspected_tumour_group_key
                inner join star.dim_tumour_group as t on t.tumour_group_key = p.tumour_group_key
                order by p.pathway_id
                """),
            Is.EqualTo([
                "1 | Suspected lung cancer | Lung | lung | lung",
                "2 | Exhibited breast symptoms, cancer not initially suspected | None named | breast | none",
                "3 | Unknown | Unknown | unknown | unknown",
                "4 | None named | None named | none | none",
            ]));
    }

    [Test]
    public void GrowingPathway_IsOneRowThatEndsWithItsTreatment()
    {
        Load("PathwayId | ReferredDate | Outcome | ModifiedAt\n1 | 2018-06-01 | O | 2018-06-01 10:00");
        Load("PathwayId | ReferredDate | FirstSeenDate | Outcome | ModifiedAt\n1 | 2018-06-01 | 2018-06-08 | O | 2018-06-08 10:00");
        Assert.That(_warehouse.Rows(Progress), Is.EqualTo(["1 | 2018-06-08 |  | "]));

        Load(
            """
            PathwayId | ReferredDate | FirstSeenDate | DecidedToTreatDate | TreatedDate | Outcome | ModifiedAt
            1         | 2018-06-01   | 2018-06-08    | 2018-07-01         | 2018-07-20  | C       | 2018-07-20 10:00
            """);
        Assert.That(_warehouse.Rows(Progress), Is.EqualTo(["1 | 2018-06-08 | 2018-07-20 | 2018-07-20"]));
    }

    [Test]
    public void PathwayPastDay104_CountsOnce_AtTheProviderThatHeldIt()
    {
        // Day 105 of a referral on 1 February 2018 is 17 May.
        Load(
            """
            PathwayId | ReferralRoute | ReferredDate | FirstSeenDate | FirstSeenProviderCode | TransferDate | TreatingProviderCode | DecidedToTreatDate | TreatedDate | ToldDate   | Outcome | ModifiedAt
            1         | 2WW           | 2018-02-01   | 2018-02-08    | RJ2                   | 2018-05-16   | RJ1                  | 2018-06-01         | 2018-07-01  | 2018-04-01 | C       | 2018-07-01 10:00
            2         | 2WW           | 2018-02-01   | 2018-02-08    | RJ2                   | 2018-05-17   | RJ1                  | 2018-06-01         | 2018-07-01  | 2018-04-01 | C       | 2018-07-01 10:00
            3         | 2WW           | 2018-02-01   | 2018-02-08    | RJ2                   |              | RJ2                  | 2018-05-01         | 2018-05-16  | 2018-04-01 | C       | 2018-05-16 10:00
            4         | 2WW           | 2018-02-01   | 2018-02-08    | RJ2                   |              |                      |                    |             | 2018-05-16 | N       | 2018-05-16 10:00
            5         | 2WW           | 2018-02-01   | 2018-02-08    | RJ2                   |              |                      |                    |             | 2018-05-17 | N       | 2018-05-17 10:00
            6         | 2WW           | 2018-02-01   | 2018-02-08    | RJZ                   |              |                      |                    |             |            | O       | 2018-02-08 10:00
            7         | BREAST        | 2018-02-01   | 2018-02-08    | RJZ                   |              |                      |                    |             |            | O       | 2018-02-08 10:00
            8         | 2WW           | 2018-03-19   | 2018-03-26    | RJ1                   |              |                      |                    |             |            | O       | 2018-03-26 10:00
            9         | 2WW           | 2018-01-01   | 2018-01-08    | RJ2                   |              |                      |                    |             | 2018-02-01 | N       | 2018-02-01 10:00
            """);

        Assert.That(
            _warehouse.Rows(
                """
                select o.ods_code, m.month_date, m.passed_day_104
                from mart.cancer_long_wait_basis_month as m
                inner join star.dim_organisation as o using (organisation_key)
                where m.basis = 'provider'
                  and m.passed_day_104 > 0
                order by o.ods_code
                """),
            Is.EqualTo(["RJ1 | 2018-05-01 | 1", "RJ2 | 2018-05-01 | 2", "RJZ | 2018-05-01 | 1"]),
            "one transferred by day 104 and one after it, one told too late; day 105 of the last open one, 2 July, is still ahead");
    }

    [Test]
    public void MonthsBeforeTheRegisterBegan_AreLeftOut()
    {
        Load(
            """
            PathwayId | ReferredDate | FirstSeenDate | ToldDate   | Outcome | ModifiedAt
            1         | 2018-02-10   | 2018-02-20    | 2018-04-03 | N       | 2018-04-03 10:00
            2         | 2018-03-20   | 2018-04-02    | 2018-04-20 | N       | 2018-04-20 10:00
            """);

        Assert.Multiple(() =>
        {
            Assert.That(
                _warehouse.Rows("select distinct month_date from mart.cancer_first_seen_basis_month"), Is.EqualTo(["2018-04-01"]));
            Assert.That(
                _warehouse.Rows("select distinct month_date from mart.cancer_long_wait_basis_month"), Is.EqualTo(["2018-04-01"]));
        });
    }

    [Test]
    public void PathwaysInProgress_SayWhoHoldsThemAndHowLongTheyWait()
    {
        Load(
            """
            PathwayId | ReferralRoute | ReferredDate | FirstSeenDate | FirstSeenProviderCode | TransferDate | TreatingProviderCode | ToldDate   | Outcome | TumourGroup | ModifiedAt
            1         | 2WW           | 2018-06-01   |               | RJ2                   |              |                      |            | O       |             | 2018-06-01 10:00
            2         | 2WW           | 2018-05-01   | 2018-05-08    | RJ2                   | 2018-06-11   | RJ1                  | 2018-05-20 | C       | LUNG        | 2018-06-11 10:00
            3         | 2WW           | 2018-05-01   | 2018-05-08    | RJ2                   |              |                      | 2018-05-20 | N       |             | 2018-05-20 10:00
            4         | BREAST        | 2018-06-01   |               | RJ2                   |              |                      |            | O       |             | 2018-06-01 10:00
            """);

        Assert.That(
            _warehouse.Rows(
                "select pathway_id, provider_ods_code, tumour_group_name, waited_days from mart.cancer_pathway_in_progress order by pathway_id"),
            Is.EqualTo(["1 | RJ2 | None named | 10", "2 | RJ1 | Lung | 41"]));
    }

    [Test]
    public void RowsThatBreakARule_AreRejected()
    {
        Load(
            """
            PathwayId | ReferredDate | FirstSeenDate | DecidedToTreatDate | TreatedDate | Outcome
            1         | 2018-06-10   | 2018-06-09    |                    |             | O
            2         | 2018-06-10   | 2018-06-10    | 2018-07-10         | 2018-07-09  | C
            3         | 2018-06-10   | 2018-06-10    | 2018-07-10         | 2018-07-10  | C
            4         | 2018-06-10   |               |                    |             | O
            5         | 1800-01-01   |               |                    |             | O
            """,
            rejected: 3);

        Assert.That(
            _warehouse.Rows("select row_key, column_name, rule from ops.reject order by row_key"),
            Is.EqualTo([
                "PathwayId=1 | row | first_seen_after_referral", "PathwayId=2 | row | treated_after_decision", "PathwayId=5 | ReferredDate | required",
            ]));
    }

    [TestCase("fact_cancer_pathway__one_row_per_pathway", "insert into star.fact_cancer_pathway select * from star.fact_cancer_pathway where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__dimensions_are_known", "update star.fact_cancer_pathway set tumour_group_key = 77 where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__dimensions_are_known", "update star.fact_cancer_pathway set cancer_referral_route_key = 77 where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__provider_is_known", "update star.fact_cancer_pathway set first_seen_provider_key = 0 where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__dates_in_order", "update star.fact_cancer_pathway set first_seen_date = date '2018-05-31' where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__shares_make_one", "update star.fact_cancer_pathway set treating_share = 0.5 where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__shares_make_one", "update star.fact_cancer_pathway set first_seen_allocated_share = null where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__treated_is_cancer", "update star.fact_cancer_pathway set outcome_code = 'O' where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__shared_without_transfer", "update star.fact_cancer_pathway set is_shared = true where pathway_id = 1")]
    [TestCase("fact_cancer_pathway__long_wait", "update star.fact_cancer_pathway set treated_days = 367 where pathway_id = 1")]
    [TestCase("cancer_treatment_basis_month__providers_and_commissioners_agree", "update star.fact_cancer_pathway set first_seen_share = 0.5 where pathway_id = 1")]
    public void DataTest_FindsWhatItLooksFor(string test, string damage)
    {
        Load(
            """
            PathwayId | ReferredDate | FirstSeenDate | DecidedToTreatDate | TreatedDate | Outcome | TumourGroup
            1         | 2018-06-01   | 2018-06-08    | 2018-07-01         | 2018-07-20  | C       | LUNG
            2         | 2018-06-01   | 2018-06-08    |                    |             | O       |
            """);
        var sql = _warehouse.Catalogue.Named("tests", test).Text;
        Assert.That(_warehouse.Rows(sql), Is.Empty);

        _warehouse.Session.Execute(damage);

        Assert.That(_warehouse.Rows(sql), Has.Count.EqualTo(1));
    }

    private const string Progress =
        "select pathway_id, first_seen_date, treated_date, ended_date from star.fact_cancer_pathway order by pathway_id";

    /// <summary>Loads drawn pathways; what a drawing leaves out is that of any pathway first seen and treated at Lewisham and Greenwich.</summary>
    private void Load(string drawing, int rejected = 0)
    {
        var usual = new Dictionary<string, string>
        {
            ["ReferralRoute"] = "'2WW'", ["ReferredDate"] = "date '2018-06-01'", ["FirstSeenProviderCode"] = "'RJ2'",
            ["CommissionerCode"] = "'08L'", ["ModifiedAt"] = "timestamp '2018-12-01 10:00'",
        };
        var drawn = DrawnTable.Columns(drawing);
        var rows = DrawnTable.Rows(drawing).Select(row => $"select {string.Join(", ", Types.Split(", ").Select(column => column.Split(' ')).Select(column =>
        {
            var value = drawn.Contains(column[0])
                ? row[column[0]].Length > 0 ? $"'{row[column[0]]}'" : "null"
                : column[0] == "TreatingProviderCode" && row["TreatedDate"].Length > 0 ? "'RJ2'" : usual.GetValueOrDefault(column[0], "null");
            return $"cast({value} as {column[1]}) as {column[0]}";
        }))}");
        var outcome = _warehouse.Load(Contract, _warehouse.Land("cancer_pathway", string.Join(" union all ", rows), vary: null));
        Assert.That(outcome.Rejected, Is.EqualTo(rejected));
    }
}
