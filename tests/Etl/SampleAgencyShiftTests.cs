using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>
/// The temporary shifts of the sample: as many, as dear and as spread as in south east London, with the faults that are planted in them
/// and no others.
/// </summary>
[TestFixture]
public sealed class SampleAgencyShiftTests
{
    private static readonly PlantedFeed Feed = PlantedFeed.Of("agency_shift");

    private static readonly string Standing = StandingAt(BuiltSample.AsOf);

    // Shifts that a correct load keeps, once each.
    private static readonly string Worked = $"(select * from {Standing} where ShiftId not in (select RowKey from sample.PlantedFault where Feed = 'agency_shift'))";

    [TestCase("AGENCY", 2015, 343)]
    [TestCase("AGENCY", 2016, 321)]
    [TestCase("AGENCY", 2017, 296)]
    [TestCase("BANK", 2015, 289)]
    [TestCase("BANK", 2016, 320)]
    [TestCase("BANK", 2017, 351)]
    [TestCase("UNFILLED", 2015, 50)]
    [TestCase("UNFILLED", 2017, 50)]
    public void Shifts_OfAYear_AreAsManyAsExpected(string kind, int financialYear, int thousands) =>
        Assert.That(Count($"ShiftKind = '{kind}' and {InYear(financialYear)}") / SharedSample.Scale, Is.EqualTo(1000 * thousands).Within(4).Percent);

    [TestCase("RJ1", 0.03, 0.055)]
    [TestCase("RJZ", 0.09, 0.115)]
    [TestCase("RJ2", 0.07, 0.095)]
    [TestCase("RPG", 0.05, 0.075)]
    [TestCase("RV5", 0.07, 0.09)]
    public void AgencyShareOfPay_IsThatOfTheTrust_AndFalls(string provider, double from, double to)
    {
        Assert.Multiple(() =>
        {
            Assert.That(AgencyShare(provider, 2015), Is.InRange(from, to));
            Assert.That(AgencyShare(provider, 2018), Is.InRange(0.5 * from, 0.72 * to));
        });
    }

    [Test]
    public void PayBill_IsAsLargeAsTheFiveTrustsOne_AndGrowsByTwoPercent() => Assert.Multiple(() =>
    {
        Assert.That(Pay("true", 2015), Is.EqualTo(2.18e9).Within(2).Percent);
        Assert.That(Pay("true", 2017) / Pay("true", 2016), Is.InRange(1.01, 1.03));
        Assert.That(Pay("PayCategory = 'AGENCY'", 2015) / Pay("true", 2015), Is.EqualTo(0.074).Within(0.003));
        Assert.That(Pay("PayCategory = 'AGENCY'", 2018) / Pay("true", 2018), Is.EqualTo(0.044).Within(0.003));
    });

    [Test]
    public void Bank_GrowsFromLessThanHalfToMost_AndSlamUsesMost() => Assert.Multiple(() =>
    {
        Assert.That(BankShare("true", 2015), Is.EqualTo(0.457).Within(0.015));
        Assert.That(BankShare("true", 2018), Is.EqualTo(0.57).Within(0.015));
        foreach (var other in new[] { "RJ1", "RJZ", "RJ2", "RPG" })
        {
            Assert.That(BankShare("ProviderCode = 'RV5'", 2017), Is.GreaterThan(BankShare($"ProviderCode = '{other}'", 2017)), other);
        }
    });

    [Test]
    public void PriceCaps_AreThoseOfTheirDates()
    {
        var caps = SharedSample.Built.Source.Query<string>(
            $"""
            select distinct
                case when ShiftDate < timestamp '2015-11-23' then 1 when ShiftDate < timestamp '2016-02-01' then 2
                    when ShiftDate < timestamp '2016-04-01' then 3 else 4 end
                || ' ' || case when StaffGroup = 'MJR' then 'junior' when StaffGroup in ('ADM', 'ANC') then 'other' else 'clinical' end
                || ' ' || coalesce(cast(cast(round(100 * (CapRate / basic - 1)) as integer) as varchar), 'none')
            from (
                select
                    *,
                    -- Band 2 of support and ancillary staff, and specialty trainees, by day in the week: basic pay is known.
                    case PayBand when '2' then 11.20 when 'ST' then 25.00 when '7' then case StaffGroup when 'NUR' then 23.40 else 23.60 end end as basic
                from {Worked}
                where ShiftKind = 'AGENCY' and IsNight = 'N' and extract(isodow from ShiftDate) < 6 and PayBand in ('2', 'ST', '7')
            )
            order by 1
            """);

        Assert.That(caps, Is.EqualTo(new[]
        {
            "1 clinical none", "1 junior none", "1 other none",
            "2 clinical 100", "2 junior 150", "2 other 55",
            "3 clinical 75", "3 junior 100", "3 other 55",
            "4 clinical 55", "4 junior 55", "4 other 55",
        }));
    }

    [Test]
    public void ShiftsAboveTheCap_PeakInFebruary2016_AndFall() => Assert.Multiple(() =>
    {
        Assert.That(AboveCap("2016-02-01"), Is.EqualTo(0.36).Within(0.04));
        Assert.That(AboveCap("2016-02-01"), Is.GreaterThan(1.6 * AboveCap("2016-01-01")));
        Assert.That(AboveCap("2017-02-01"), Is.InRange(0.22, 0.31));
        Assert.That(AboveCap("2018-12-01"), Is.EqualTo(0.16).Within(0.03));
        Assert.That(
            Count("HourlyRate > CapRate and IsCapOverride = 'Y'") / Count("HourlyRate > CapRate"),
            Is.EqualTo(0.95).Within(0.01),
            "one in twenty is not reported");
        Assert.That(Count("IsCapOverride = 'Y' and not HourlyRate > CapRate"), Is.Zero);
    });

    [Test]
    public void ShiftsOffFramework_FallWhenFrameworksBecomeBinding() => Assert.Multiple(() =>
    {
        Assert.That(OffFramework(2015), Is.EqualTo(0.21).Within(0.02));
        Assert.That(OffFramework(2016), Is.EqualTo(0.064).Within(0.01));
        Assert.That(OffFramework(2018), Is.EqualTo(0.033).Within(0.01));
    });

    [Test]
    public void Days_FollowTheWeekAndTheHolidays() => Assert.Multiple(() =>
    {
        const double weekdays = 5, weekendDays = 2;
        Assert.That(
            Count("StaffGroup = 'ADM' and extract(isodow from ShiftDate) > 5") / weekendDays,
            Is.LessThan(0.15 * Count("StaffGroup = 'ADM' and extract(isodow from ShiftDate) < 6") / weekdays));
        Assert.That(
            Count("StaffGroup = 'NUR' and extract(isodow from ShiftDate) > 5") / weekendDays,
            Is.EqualTo(Count("StaffGroup = 'NUR' and extract(isodow from ShiftDate) < 6") / weekdays).Within(10).Percent);
        Assert.That(UnfilledShare("month(ShiftDate) = 12 and day(ShiftDate) between 24 and 26"), Is.GreaterThan(1.5 * UnfilledShare("month(ShiftDate) = 11")));
        Assert.That(
            Count("StaffGroup = 'MJR' and ShiftKind = 'AGENCY' and month(ShiftDate) = 8 and year(ShiftDate) < 2018"),
            Is.GreaterThan(1.15 * Count("StaffGroup = 'MJR' and ShiftKind = 'AGENCY' and month(ShiftDate) = 7 and year(ShiftDate) < 2018")));
        Assert.That(Count("ShiftDate < timestamp '2015-04-01' or ShiftDate > timestamp '2018-12-31'"), Is.Zero);
        Assert.That(Count("ShiftDate = timestamp '2018-12-31'"), Is.GreaterThan(20), "the last day is recorded as well");
    });

    [TestCase("NUR", 25, 55)]
    [TestCase("HCS", 15, 30)]
    [TestCase("MCO", 70, 130)]
    [TestCase("MJR", 35, 80)]
    [TestCase("ADM", 18, 32)]
    public void AnHour_CostsWhatTheStaffGroupCosts_AndLessEveryYear(string staffGroup, double from, double to)
    {
        var hours = SharedSample.Built.Source.Query<double>(
            $"""
            select cast(sum(Cost) as double) / cast(sum(Hours) as double)
            from {Worked}
            where ShiftKind = 'AGENCY' and StaffGroup = '{staffGroup}'
            group by year(ShiftDate - interval 3 month)
            order by year(ShiftDate - interval 3 month)
            """);

        Assert.That(hours, Has.Count.EqualTo(4));
        Assert.That(hours, Has.All.InRange(from, to));
        Assert.That(hours[3], Is.LessThan(hours[0]));
    }

    [Test]
    public void EveryTrustAndStaffGroup_HasShiftsOfEveryKind() => Assert.That(
        SharedSample.Built.Source.Scalar<long>(
            $"select count(*) from (select distinct ProviderCode, StaffGroup, ShiftKind from {Worked})"),
        Is.EqualTo(5 * 8 * 3));

    // The fault, and what is true of the rows that a reader sees under its key at the end of 2018.
    [TestCase("exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("newer version beside the older", "latest version kept",
        "count(*) = 2 and count(distinct ModifiedAt) = 2 and max(HourlyRate) - min(HourlyRate) = 0.50")]
    [TestCase("late row", "kept",
        "count(*) = 1 and min(ModifiedAt) > min(ShiftDate) + interval 13 day and min(ModifiedAt) >= timestamp '2018-12-01'")]
    [TestCase("changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("deleted row", "absent", "count(ShiftId) = 0")]
    [TestCase("bad provider code", "rejected: ProviderCode allowed", "min(ProviderCode) = 'ZZZ'")]
    [TestCase("unknown staff group", "kept", "min(StaffGroup) = 'LOC'")]
    [TestCase("bad shift kind", "rejected: ShiftKind allowed", "min(ShiftKind) = 'OVERTIME'")]
    [TestCase("missing shift kind", "rejected: ShiftKind required", "count(ShiftId) = 1 and count(ShiftKind) = 0")]
    [TestCase("negative hours", "rejected: Hours minimum", "min(Hours) < 0 and min(Cost) = round(min(Hours * HourlyRate), 2)")]
    [TestCase("missing rate", "rejected: worked_shift_has_a_price", "count(ShiftId) = 1 and count(HourlyRate) = 0")]
    [TestCase("cost that is not hours times rate", "rejected: cost_is_hours_times_rate", "abs(min(Cost - Hours * HourlyRate) - 10) < 0.01")]
    [TestCase("sentinel shift date", "rejected: ShiftDate required", "min(ShiftDate) = timestamp '1800-01-01'")]
    [TestCase("untidy code", "kept, code trimmed and upper-cased", "min(ProviderCode) in ('rj1 ', 'rjz ', 'rj2 ', 'rpg ', 'rv5 ')")]
    public void PlantedFault_StandsInTheSource(string fault, string expected, string isTrue) =>
        PlantedFaults.StandAsListed(Feed, Standing, fault, expected, isTrue);

    [Test]
    public void PlantedFaults_AreAllTested() =>
        PlantedFaults.AreAllTested(Feed, typeof(SampleAgencyShiftTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!);

    [TestCase("changed row", 1)]
    [TestCase("deleted row", 1)]
    [TestCase("late row", 0)]
    public void FaultOfDecember_ShowsBetweenTwoNights(string fault, int rowsBefore) =>
        PlantedFaults.ShowBetweenTwoNights(Feed, fault, rowsBefore);

    [Test]
    public void RowsThatAreNotPlanted_AreWithoutFault()
    {
        var wrong = SharedSample.Built.Source.Scalar<long>(
            $"""
            select count(*)
            from {Worked} as s
            where not coalesce(
                s.ProviderCode in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5')
                and s.StaffGroup in ('NUR', 'HCS', 'MCO', 'MJR', 'AHP', 'SCI', 'ADM', 'ANC')
                and s.Hours between 4 and 12.5
                and s.IsNight in ('Y', 'N')
                and s.ModifiedAt between s.ShiftDate and timestamp '2018-12-31 23:59:59'
                and case s.ShiftKind
                    when 'UNFILLED' then s.HourlyRate is null and s.Cost is null
                    else abs(s.Cost - s.Hours * s.HourlyRate) <= 0.005
                end
                and (s.CapRate is not null) = (s.ShiftKind = 'AGENCY' and s.ShiftDate >= timestamp '2015-11-23')
                and (s.SupplierCode is not null) = (s.ShiftKind = 'AGENCY')
                and (s.IsOnFramework is not null) = (s.ShiftKind = 'AGENCY'), false)
            """);

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Shifts_HaveNumbersOfTheirOwn() => Assert.That(
        SharedSample.Built.Source.Scalar<long>($"select count(*) - count(distinct ShiftId) from {Worked}"),
        Is.Zero);

    private static string StandingAt(DateTime instant) =>
        $"""
        (
            select *
            from history.AgencyShift
            where RecordedAt < timestamp '{instant:yyyy-MM-dd HH:mm:ss}'
              and (SupersededAt is null or SupersededAt >= timestamp '{instant:yyyy-MM-dd HH:mm:ss}')
        )
        """;

    private static string InYear(int financialYear) =>
        $"(ShiftDate >= timestamp '{financialYear}-04-01' and ShiftDate < timestamp '{financialYear + 1}-04-01')";

    private static double Count(string condition) =>
        SharedSample.Built.Source.Scalar<long>($"select count(*) from {Worked} where {condition}");

    private static double BankShare(string condition, int financialYear) =>
        Count($"{condition} and {InYear(financialYear)} and ShiftKind = 'BANK'") / Count($"{condition} and {InYear(financialYear)} and ShiftKind <> 'UNFILLED'");

    private static double AboveCap(string month)
    {
        var within = $"CapRate is not null and date_trunc('month', ShiftDate) = date '{month}'";
        return Count($"{within} and HourlyRate > CapRate") / Count(within);
    }

    private static double OffFramework(int financialYear)
    {
        var within = $"ShiftKind = 'AGENCY' and {InYear(financialYear)}";
        return Count($"{within} and IsOnFramework = 'N'") / Count(within);
    }

    private static double UnfilledShare(string condition) => Count($"{condition} and ShiftKind = 'UNFILLED'") / Count(condition);

    private static double Pay(string condition, int financialYear) => SharedSample.Built.Source.Scalar<double>(
        $"""
        select cast(sum(AmountGbp) as double)
        from history.PayBill
        where SupersededAt is null
          and PayMonth >= timestamp '{financialYear}-04-01'
          and PayMonth < timestamp '{financialYear + 1}-04-01'
          and {condition}
        """) / SharedSample.Scale;

    private static double AgencyShare(string provider, int financialYear) =>
        Pay($"ProviderCode = '{provider}' and PayCategory = 'AGENCY'", financialYear) / Pay($"ProviderCode = '{provider}'", financialYear);
}
