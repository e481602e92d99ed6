using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>
/// Whose success or breach a shared 62-day pathway is: half each in published figures, by the matrix of the National Cancer Breach
/// Allocation Guidance (April 2016) in the local one. Days count from the referral, 1 January 2018.
/// </summary>
[TestFixture]
public sealed class CancerAllocationTests
{
    private const string Columns =
        "PathwayId bigint, ReferralRoute text, SuspectedTumourGroup text, ReferredDate date, FirstSeenDate date, FirstSeenProviderCode text, " +
        "TransferDate date, ToldDate date, DecidedToTreatDate date, TreatedDate date, TreatingProviderCode text, TumourGroup text, " +
        "TreatmentModality text, Outcome text, CommissionerCode text, Sex text, AgeBand text, ModifiedAt timestamp";

    private static readonly DateOnly Referral = new(2018, 1, 1);
    private static readonly Contract Contract = FeedContract.Of(Repository.Feed("cancer_pathway"));

    private WarehouseFixture _warehouse = null!;

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfProgram();

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    // Day of transfer, day of treatment; then: within 62 days, the shares by the day-38 rule of the first-seen and the treating provider.
    [TestCase(30, 50, true, 0.5, 0.5, TestName = "TransferInTime_TreatedInTime_IsASuccessOfBoth")]
    [TestCase(30, 60, true, 0.5, 0.5, TestName = "TransferInTime_TreatedAfter24DaysButWithin62_IsASuccessOfBoth")]
    [TestCase(30, 70, false, 0.0, 1.0, TestName = "TransferInTime_TreatedLate_IsABreachOfTheTreatingProvider")]
    [TestCase(45, 65, false, 1.0, 0.0, TestName = "TransferLate_TreatedWithin24Days_IsABreachOfTheFirstSeenProvider")]
    [TestCase(45, 80, false, 0.5, 0.5, TestName = "TransferLate_TreatedLate_IsABreachOfBoth")]
    [TestCase(45, 60, true, 0.0, 1.0, TestName = "TransferLate_TreatedWithin62All_IsASuccessOfTheTreatingProvider")]
    [TestCase(38, 63, false, 0.0, 1.0, TestName = "TransferOnDay38_IsInTime")]
    [TestCase(39, 63, false, 1.0, 0.0, TestName = "TransferOnDay39_IsLate_AndTheTwentyFourthDayInTime")]
    [TestCase(39, 64, false, 0.5, 0.5, TestName = "TreatedOnThe25thDay_IsLate")]
    [TestCase(38, 62, true, 0.5, 0.5, TestName = "TreatedOnDay62_IsInTime_AfterTransferOnTheLastDay")]
    [TestCase(39, 62, true, 0.0, 1.0, TestName = "TreatedOnDay62_IsInTime_AfterALateTransfer")]
    [TestCase(39, 63, false, 1.0, 0.0, TestName = "TreatedOnDay63_IsABreach")]
    [TestCase(0, 0, true, 0.5, 0.5, TestName = "TransferAndTreatmentOnTheDayOfReferral_AreInTime")]
    public void SharedPathway(int transfer, int treated, bool isWithin, decimal firstSeen, decimal treating)
    {
        Load(Pathway(1, transfer, treated));

        Assert.That(Shares(), Is.EqualTo([$"1 | true | {Text(isWithin)} | 0.5 | 0.5 | {firstSeen:0.0} | {treating:0.0}"]));
    }

    [TestCase(62, true)]
    [TestCase(63, false)]
    public void PathwayThatIsNotShared_IsAllItsProviders(int treated, bool isWithin)
    {
        Load(Pathway(1, null, treated, treating: "RJ2"));

        Assert.That(Shares(), Is.EqualTo([$"1 | false | {Text(isWithin)} | 1.0 | 0.0 | 1.0 | 0.0"]));
    }

    [Test]
    public void TransferToAProviderThatIsTheSame_IsNotShared()
    {
        Load(Pathway(1, 45, 80, treating: "RJ2"));

        Assert.That(Shares(), Is.EqualTo(["1 | false | false | 1.0 | 0.0 | 1.0 | 0.0"]));
    }

    [Test]
    public void SharedPathwayWithoutDayOfTransfer_StaysHalfEach()
    {
        Load(Pathway(1, null, 80));

        Assert.That(Shares(), Is.EqualTo(["1 | true | false | 0.5 | 0.5 | 0.5 | 0.5"]));
    }

    [TestCase("2WW", "0.5")]
    [TestCase("SCREEN", "0.5")]
    [TestCase("UPGRADE", "0.5")]
    [TestCase("BREAST", "")]
    [TestCase("OTHER", "")]
    public void Route_SaysWhetherThereIsA62DayClock(string route, string share)
    {
        Load(Pathway(1, 30, 50, route: route));

        Assert.That(
            _warehouse.Rows("select first_seen_share, treating_share, first_seen_allocated_share, is_within_62_days from star.fact_cancer_pathway"),
            Is.EqualTo([$"{share} | {share} | {share} | {(share.Length > 0 ? "true" : string.Empty)}"]));
    }

    [Test]
    public void PathwayThatIsNotTreatedYet_IsNobodys()
    {
        Load(Pathway(1, 45, null));

        Assert.That(Shares(), Is.EqualTo(["1 | true |  |  |  |  | "]));
    }

    [Test]
    public void Providers_ShareWhatCommissionersCountWhole()
    {
        Load(
            Pathway(1, 30, 50),                                     // half each
            Pathway(2, 30, 70),                                     // a breach of the treating provider
            Pathway(3, 45, 65),                                     // a breach of the first-seen provider
            Pathway(4, 45, 60),                                     // a success of the treating provider
            Pathway(5, null, 40, treating: "RJ2"));                 // not shared

        Assert.That(
            _warehouse.Rows(
                """
                select
                    m.basis,
                    o.ods_code,
                    cast(sum(m.urgent_within_62_days) as decimal(18, 1)) || ' of ' || cast(sum(m.urgent_treatments) as decimal(18, 1)),
                    cast(sum(m.allocated_within_62_days) as decimal(18, 1)) || ' of ' || cast(sum(m.allocated_treatments) as decimal(18, 1)),
                    cast(sum(m.first_treatments) as bigint)
                from mart.cancer_treatment_basis_month as m
                inner join star.dim_organisation as o using (organisation_key)
                group by m.basis, o.ods_code
                order by m.basis, o.ods_code
                """),
            Is.EqualTo([
                "commissioner | 07N | 3.0 of 5.0 | 3.0 of 5.0 | 5",
                "provider | RJ1 | 1.0 of 2.0 | 1.5 of 2.5 | 4",
                "provider | RJ2 | 2.0 of 3.0 | 1.5 of 2.5 | 1",
            ]));
    }

    [Test]
    public void PathwayOfATrustOutside_LeavesItsShareOutside()
    {
        Load(Pathway(1, 45, 65, firstSeen: "RN7"));

        Assert.That(
            _warehouse.Rows(
                """
                select o.ods_code, o.organisation_level, m.urgent_treatments, m.allocated_treatments
                from mart.cancer_treatment_basis_month as m
                inner join star.dim_organisation as o using (organisation_key)
                where m.basis = 'provider'
                order by o.ods_code
                """),
            Is.EqualTo(["RJ1 | provider | 0.5 | 0.0", "RN7 | other | 0.5 | 1.0"]));
    }

    private void Load(params string[] pathways)
    {
        const string heading =
            "PathwayId | ReferralRoute | SuspectedTumourGroup | ReferredDate | FirstSeenDate | FirstSeenProviderCode | TransferDate | ToldDate | " +
            "DecidedToTreatDate | TreatedDate | TreatingProviderCode | TumourGroup | TreatmentModality | Outcome | CommissionerCode | Sex | " +
            "AgeBand | ModifiedAt";
        var batch = _warehouse.Land("cancer_pathway", string.Join('\n', [heading, .. pathways]), Columns);
        var outcome = _warehouse.Load(Contract, batch);
        Assert.That(outcome.Rejected, Is.Zero);
    }

    private static string Pathway(
        int id, int? transfer, int? treated, string route = "2WW", string firstSeen = "RJ2", string treating = "RJ1") =>
        string.Join(
            " | ",
            id, route, "LUNG", Day(0), Day(0), firstSeen, Day(transfer), Day(0), Day(treated is null ? null : 0), Day(treated), treating, "LUNG",
            treated is null ? string.Empty : "SUR", "C", "07N", "1", "65-74", "2018-12-01 10:00");

    private static string Day(int? day) => day is { } number ? $"{Referral.AddDays(number):yyyy-MM-dd}" : string.Empty;

    private IReadOnlyList<string> Shares() => _warehouse.Rows(
        """
        select
            pathway_id, is_shared, is_within_62_days, first_seen_share, treating_share, first_seen_allocated_share, treating_allocated_share
        from star.fact_cancer_pathway
        order by pathway_id
        """);

    private static string Text(bool value) => value ? "true" : "false";
}
