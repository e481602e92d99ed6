using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The cancer pathways of the sample have the volumes, waits and transfers of the three trusts, and grow as pathways do.</summary>
[TestFixture]
public sealed class SampleCancerPathwayTests
{
    /// <summary>The pathways as they stand at the end of 2018, with the financial years of what happened to them; no planted faults.</summary>
    private const string Pathways =
        """
        (
            select
                *,
                year(FirstSeenDate - interval 3 month) as seen_year,
                year(TreatedDate - interval 3 month) as treated_year,
                TreatedDate - ReferredDate <= 62 as is_within_62_days
            from history.CancerPathway
            where SupersededAt is null
              and PathwayId not in (select RowKey from sample.PlantedFault where Feed = 'cancer_pathway')
        )
        """;

    // Trust, patients first seen a month after an urgent referral in 2015/16 and in 2018/19, and the share within 14 days in both.
    [TestCase("RJ1", 1260, 1490, 0.956, 0.929)]
    [TestCase("RJZ", 1995, 2430, 0.954, 0.925)]
    [TestCase("RJ2", 2090, 2585, 0.947, 0.911)]
    public void UrgentReferrals_GrowAndWaitLonger(string trust, int firstMonthly, int lastMonthly, double firstShare, double lastShare)
    {
        const string seen = "ReferralRoute = '2WW' and FirstSeenProviderCode = $trust and seen_year = ";
        var (first, last) = (Count(seen + "2015", trust), Count(seen + "2018", trust));

        Assert.Multiple(() =>
        {
            Assert.That(first / 12, Is.EqualTo(firstMonthly * SharedSample.Scale).Within(3).Percent);
            Assert.That(last / 9, Is.EqualTo(lastMonthly * SharedSample.Scale).Within(3).Percent);
            Assert.That(Count(seen + "2015 and FirstSeenDate - ReferredDate <= 14", trust) / first, Is.EqualTo(firstShare).Within(0.02));
            Assert.That(Count(seen + "2018 and FirstSeenDate - ReferredDate <= 14", trust) / last, Is.EqualTo(lastShare).Within(0.03));
        });
    }

    // Trust, first treatments a month, and 62-day pathways with halves.
    [TestCase("RJ1", 395, 127)]
    [TestCase("RJZ", 225, 120)]
    [TestCase("RJ2", 128, 96)]
    public void Treatments_AreThoseOfTheTrusts(string trust, int treatments, int accountable)
    {
        const string treated = "TreatedDate >= date '2015-04-01' and ";
        const int months = 45;
        var shares = Count($"{treated} ReferralRoute = '2WW' and FirstSeenProviderCode = $trust", trust) / 2
            + Count($"{treated} ReferralRoute = '2WW' and TreatingProviderCode = $trust", trust) / 2;

        Assert.Multiple(() =>
        {
            Assert.That(Count($"{treated} TreatingProviderCode = $trust", trust) / months, Is.EqualTo(treatments * SharedSample.Scale).Within(8).Percent);
            Assert.That(shares / months, Is.EqualTo(accountable * SharedSample.Scale).Within(10).Percent);
        });
    }

    [Test]
    public void SixtyTwoDayWaits_GrowLongerEachYear_AndDependOnTheTumour()
    {
        const string urgent = "ReferralRoute = '2WW' and TreatedDate >= date '2015-04-01' and ";
        Assert.Multiple(() =>
        {
            Assert.That(Within62(urgent + "treated_year = 2015"), Is.EqualTo(0.815).Within(0.035));
            Assert.That(Within62(urgent + "treated_year = 2018"), Is.EqualTo(0.76).Within(0.045));
            Assert.That(Within62(urgent + "TumourGroup = 'BREAST'"), Is.EqualTo(0.93).Within(0.04));
            Assert.That(Within62(urgent + "TumourGroup = 'SKIN'"), Is.EqualTo(0.92).Within(0.04));
            Assert.That(Within62(urgent + "TumourGroup = 'LUNG'"), Is.EqualTo(0.69).Within(0.12));
            Assert.That(Within62(urgent + "TumourGroup = 'LGI'"), Is.EqualTo(0.71).Within(0.10));
            Assert.That(Within62(urgent + "TumourGroup = 'URO-PRO'"), Is.EqualTo(0.70).Within(0.09));
        });
    }

    [Test]
    public void DecisionsToTreat_AreFollowedWithin31Days() => Assert.That(
        Count("TreatedDate - DecidedToTreatDate <= 31") / Count("TreatedDate is not null"), Is.EqualTo(0.977).Within(0.012));

    [Test]
    public void SharedPathways_FillEveryCellOfTheDay38Matrix()
    {
        const string shared = "TransferDate is not null and TreatedDate is not null and ReferralRoute = '2WW' and ";
        var all = Count(shared + "true");
        Assert.Multiple(() =>
        {
            Assert.That(all / Count("ReferralRoute = '2WW' and TreatedDate is not null"), Is.EqualTo(0.21).Within(0.05));
            Assert.That(Count(shared + "TransferDate - ReferredDate <= 38") / all, Is.EqualTo(0.53).Within(0.08));
            foreach (var cell in new[]
            {
                "TransferDate - ReferredDate <= 38 and TreatedDate - TransferDate <= 24",
                "TransferDate - ReferredDate <= 38 and TreatedDate - TransferDate > 24 and is_within_62_days",
                "TransferDate - ReferredDate <= 38 and TreatedDate - TransferDate > 24 and not is_within_62_days",
                "TransferDate - ReferredDate > 38 and TreatedDate - TransferDate <= 24 and is_within_62_days",
                "TransferDate - ReferredDate > 38 and TreatedDate - TransferDate <= 24 and not is_within_62_days",
                "TransferDate - ReferredDate > 38 and TreatedDate - TransferDate > 24",
            })
            {
                Assert.That(Count(shared + cell), Is.GreaterThan(5), cell);
            }
        });
    }

    [Test]
    public void Transfers_GoMostlyToTheTertiaryCentre_FromDartfordToo()
    {
        var toCentre = Count("TreatingProviderCode = 'RJ1' and FirstSeenProviderCode <> 'RJ1'");
        Assert.Multiple(() =>
        {
            Assert.That(toCentre / Count("TransferDate is not null"), Is.GreaterThan(0.65));
            Assert.That(Count("FirstSeenProviderCode = 'RN7' and TreatingProviderCode = 'RJ1'"), Is.GreaterThan(20));
            Assert.That(Count("FirstSeenProviderCode = 'RN7' and TransferDate is null"), Is.Zero, "our trusts hear of them with the transfer");
        });
    }

    [Test]
    public void Commissioners_AreThoseAroundTheTrust() => Assert.Multiple(() =>
    {
        Assert.That(Share("RJ2", "08L", "08A"), Is.GreaterThan(0.55));
        Assert.That(Share("RJZ", "07Q", "08Q", "08K"), Is.GreaterThan(0.65));
        Assert.That(Share("RN7", "09J"), Is.GreaterThan(0.6));

        static double Share(string trust, params string[] commissioners) =>
            Count($"FirstSeenProviderCode = $trust and CommissionerCode in ('{string.Join("', '", commissioners)}')", trust)
            / Count("FirstSeenProviderCode = $trust", trust);
    });

    [Test]
    public void Sexes_FitTheTumours() => Assert.Multiple(() =>
    {
        Assert.That(Count("TumourGroup = 'URO-PRO' and Sex <> '1'"), Is.Zero);
        Assert.That(Count("SuspectedTumourGroup = 'GYNAE' and Sex <> '2'"), Is.Zero);
        Assert.That(Count("TumourGroup = 'BREAST' and Sex = '2'") / Count("TumourGroup = 'BREAST'"), Is.GreaterThan(0.94));
        Assert.That(Count("SuspectedTumourGroup = 'CHILDREN' and BirthDate < ReferredDate - interval 16 year"), Is.Zero);
    });

    [Test]
    public void Dates_FollowEachOther_OnDaysOfWork()
    {
        var wrong = SharedSample.Built.Source.Scalar<long>(
            """
            select count(*)
            from history.CancerPathway
            where PathwayId not in (select RowKey from sample.PlantedFault where Feed = 'cancer_pathway')
              and not (
                  BirthDate < ReferredDate
                  and coalesce(FirstSeenDate >= ReferredDate, true)
                  and coalesce(ToldDate >= FirstSeenDate, true)
                  and coalesce(TransferDate >= FirstSeenDate, true)
                  and coalesce(DecidedToTreatDate >= ToldDate, true)
                  and coalesce(TreatedDate >= DecidedToTreatDate, true)
                  and coalesce(TreatedDate >= TransferDate, true)
                  and isodow(ReferredDate) < 6
                  and coalesce(isodow(FirstSeenDate) < 6, true)
                  and coalesce(isodow(TreatedDate) < 6, true)
                  and (Outcome = 'C') = (TumourGroup is not null)
                  and (Outcome = 'O') = (ToldDate is null)
                  and (TreatedDate is null or Outcome = 'C' and TreatingProviderCode is not null and TreatmentModality is not null)
                  and (SuspectedTumourGroup is not null) = (ReferralRoute in ('2WW', 'BREAST'))
                  and RecordedAt = ModifiedAt
                  and coalesce(SupersededAt > RecordedAt, true)
                  and RecordedAt <= timestamp '2018-12-31 23:59:59'
                  and cast(RecordedAt as date)
                      = greatest(ReferredDate, FirstSeenDate, ToldDate, TransferDate, DecidedToTreatDate, TreatedDate)
              )
            """);

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Nights_ShowPathwaysGrow()
    {
        var (before, after) = (At("2018-12-18"), At("2018-12-19"));
        Assert.Multiple(() =>
        {
            Assert.That(after.Pathways, Is.GreaterThan(before.Pathways), "referrals of the day");
            Assert.That(after.Seen, Is.GreaterThan(before.Seen));
            Assert.That(after.Told, Is.GreaterThan(before.Told));
            Assert.That(after.Keys, Is.EqualTo(after.Pathways), "each pathway is in one state");
            Assert.That(after.InProgress, Is.GreaterThan(5000 * SharedSample.Scale));
        });

        static Night At(string day) => SharedSample.Built.Source.Query<Night>(
            $"""
            select
                count(*) as Pathways,
                count(distinct PathwayId) as Keys,
                count(FirstSeenDate) as Seen,
                count(ToldDate) as Told,
                count(*) filter (where TreatedDate is null and Outcome <> 'N') as InProgress
            from history.CancerPathway
            where RecordedAt < timestamp '{day} 00:00:00'
              and (SupersededAt is null or SupersededAt >= timestamp '{day} 00:00:00')
              and PathwayId not in (select RowKey from sample.PlantedFault where Feed = 'cancer_pathway')
            """).Single();
    }

    [Test]
    public void EveryGroupAndRoute_IsThere() => Assert.Multiple(() =>
    {
        Assert.That(Count("true", select: "count(distinct SuspectedTumourGroup)"), Is.EqualTo(17));
        Assert.That(Count("true", select: "count(distinct TumourGroup)"), Is.EqualTo(13));
        Assert.That(Count("true", select: "count(distinct ReferralRoute)"), Is.EqualTo(5));
        Assert.That(Count("true", select: "count(distinct TreatmentModality)"), Is.EqualTo(4));
        Assert.That(Count("CommissionerCode in ('07N', '07Q', '08A', '08K', '08L', '08Q')", select: "count(distinct CommissionerCode)"), Is.EqualTo(6));
    });

    private static double Within62(string condition) => Count($"is_within_62_days and {condition}") / Count(condition);

    private static double Count(string condition, string? trust = null, string select = "count(*)") =>
        SharedSample.Built.Source.Scalar<long>(
            $"select {select} from {Pathways} where {condition.Replace("$trust", $"'{trust}'", StringComparison.Ordinal)}");

    private sealed record Night(long Pathways, long Keys, long Seen, long Told, long InProgress);
}
