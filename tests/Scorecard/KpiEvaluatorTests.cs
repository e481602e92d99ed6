using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>Which values there are, and how months, organisations and plans come together in one.</summary>
[TestFixture]
public sealed class KpiEvaluatorTests
{
    private static readonly string[] Both = ["within", "all"];

    private static Evaluated Evaluate(
        IEnumerable<MeasureValue> measures,
        KpiDefinition? kpi = null,
        string plans = "id",
        string asOf = "2017-03-31",
        string from = "2016-04") =>
        Evaluated.From(measures, kpi ?? Given.Share, plans, asOf, Given.Fresh(asOf), from);

    [Test]
    public void MonthOfARatio_IsNumeratorOverDenominator()
    {
        var values = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 83     | 100
            """, Both));

        var value = values.One("RJZ", PeriodKind.Month, "2016-04");

        Assert.That((value.Numerator, value.Denominator, value.Value), Is.EqualTo((83m, 100m, 0.83m)));
    }

    [Test]
    public void PartnershipAndLongerPeriods_AreSumOverSumNeverAveragesOfAverages()
    {
        var values = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 50     | 100
            2016-05 | RJZ | 300    | 300
            2016-06 | RJZ | 100    | 100
            2016-04 | RJ1 | 90     | 100
            2016-05 | RJ1 | 90     | 100
            2016-06 | RJ1 | 20     | 300
            2016-04 | RJ7 | 1      | 1000
            """, Both));

        Assert.Multiple(() =>
        {
            Assert.That(values.One("SEL", PeriodKind.Month, "2016-04").Value, Is.EqualTo(140m / 200m), "the neighbour is no member");
            Assert.That(values.One("RJZ", PeriodKind.Quarter, "2016-06").Value, Is.EqualTo(450m / 500m));
            Assert.That(values.One("SEL", PeriodKind.Quarter, "2016-06").Value, Is.EqualTo(650m / 1000m));
            Assert.That(values.One("SEL", PeriodKind.YearToDate, "2016-05").Value, Is.EqualTo(530m / 600m));
        });
    }

    [Test]
    public void NumeratorWithoutARow_Is0BesideItsDenominator()
    {
        var value = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ |        | 100
            """, Both)).One("RJZ", PeriodKind.Month, "2016-04");

        Assert.That((value.Numerator, value.Value), Is.EqualTo((0m, 0m)));
    }

    [Test]
    public void DenominatorWithoutARow_IsNoValue()
    {
        var values = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 83     | 100
            2016-05 | RJZ | 83     |
            2016-04 | RJ1 | 90     | 100
            2016-05 | RJ1 | 90     | 100
            """, Both));

        var value = values.One("RJZ", PeriodKind.Month, "2016-05");

        Assert.Multiple(() =>
        {
            Assert.That((value.Numerator, value.Denominator, value.Value), Is.EqualTo(((decimal?)null, (decimal?)null, (decimal?)null)));
            Assert.That((value.Status, value.StatusReason), Is.EqualTo((RagStatus.Grey, "No data")));
            Assert.That(values.One("SEL", PeriodKind.Month, "2016-05").Numerator, Is.EqualTo(90m), "nor does it count in the sum");
        });
    }

    [Test]
    public void DenominatorOf0_IsNoValue()
    {
        var value = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 0      | 0
            """, Both)).One("RJZ", PeriodKind.Month, "2016-04");

        Assert.That((value.Denominator, value.Value, value.Status), Is.EqualTo((0m, (decimal?)null, RagStatus.Grey)));
    }

    [Test]
    public void Multiplier_IsApplied()
    {
        var value = Evaluate(Given.EachMonth("2016-04", "2016-04", 3, 200), Given.Share with { Multiplier = 1000 })
            .One("RJZ", PeriodKind.Month, "2016-04");

        Assert.That(value.Value, Is.EqualTo(15m));
    }

    [TestCase(RollUp.Sum, 60, 60, Description = "flows add up")]
    [TestCase(RollUp.Last, 30, 30, Description = "a stock is that of the last month")]
    [TestCase(RollUp.Mean, 20, 20)]
    public void MonthsOfACount_RollUpAsDefined(RollUp rollUp, decimal numerator, decimal expected)
    {
        var value = Evaluate(Given.Measures("""
            month   | org | all
            2016-04 | RJZ | 10
            2016-05 | RJZ | 20
            2016-06 | RJZ | 30
            """, "all"), Given.Count with { RollUp = rollUp }).One("RJZ", PeriodKind.Quarter, "2016-06");

        Assert.That((value.Numerator, value.Value), Is.EqualTo((numerator, expected)));
    }

    [Test]
    public void LastMonthOfARatio_BringsBothItsNumeratorAndItsDenominator()
    {
        var value = Evaluate(Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 10     | 20
            2016-05 | RJZ | 30     | 40
            """, Both), Given.Share with { RollUp = RollUp.Last }).One("RJZ", PeriodKind.YearToDate, "2016-05");

        Assert.That((value.Numerator, value.Denominator), Is.EqualTo((30m, 40m)));
    }

    [TestCase("2016-05", PeriodKind.Month, 31)]
    [TestCase("2017-02", PeriodKind.Month, 28)]
    [TestCase("2016-02", PeriodKind.Month, 29, Description = "leap February")]
    [TestCase("2016-03", PeriodKind.Quarter, 91, Description = "a quarter with a leap February")]
    [TestCase("2017-03", PeriodKind.Rolling12, 365)]
    [TestCase("2016-03", PeriodKind.YearToDate, 366)]
    public void PerDay_DividesByTheDaysOfThePeriod(string month, PeriodKind kind, int days)
    {
        var measures = Given.EachMonth("2015-04", "2017-03", 0, 366 * 365 * 91);

        var value = Evaluate(measures, Given.Daily, from: "2015-04").One("RJZ", kind, month);

        Assert.That(value.Value, Is.EqualTo(value.Numerator / days));
    }

    [TestCase("2017-02", null, Description = "eleven months of data")]
    [TestCase("2017-03", "0.8")]
    public void Rolling12_NeedsAllItsMonths(string month, string? expected)
    {
        var value = Evaluate(Given.EachMonth("2016-04", "2017-03", 80, 100), from: "2016-10").One("RJZ", PeriodKind.Rolling12, month);

        Assert.That(
            (value.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), value.StatusReason),
            Is.EqualTo((expected, expected is null ? "Fewer than 12 months of data" : "No plan")));
    }

    [Test]
    public void YearToDate_BeginsAgainInApril()
    {
        var values = Evaluate(Given.EachMonth("2016-04", "2017-05", 80, 100), Given.Count, asOf: "2017-05-31");

        Assert.That(
            new[] { "2017-02", "2017-03", "2017-04", "2017-05" }.Select(month => values.One("RJZ", PeriodKind.YearToDate, month).Value),
            Is.EqualTo(new decimal?[] { 1100, 1200, 100, 200 }));
    }

    [Test]
    public void CcgLevel_TakesCommissionerMeasures_AndThePartnershipThoseOfItsBasis()
    {
        var kpi = Given.Share with { Levels = [Level.Partnership, Level.Provider, Level.Ccg] };
        var measures = Given.Measures("""
            month   | org | within | all
            2016-04 | RJZ | 80     | 100
            2016-04 | 08K | 30     | 40
            """, Both);

        Assert.Multiple(() =>
        {
            Assert.That(Evaluate(measures, kpi).One("08K", PeriodKind.Month, "2016-04").Value, Is.EqualTo(0.75m));
            Assert.That(Evaluate(measures, kpi).One("SEL", PeriodKind.Month, "2016-04").Value, Is.EqualTo(0.8m));
            Assert.That(
                Evaluate(measures, kpi with { Basis = Basis.Commissioner }).One("SEL", PeriodKind.Month, "2016-04").Value, Is.EqualTo(0.75m));
        });
    }

    [Test]
    public void OrganisationWithoutDataOrPlan_HasNoRows()
    {
        var values = Evaluate(Given.EachMonth("2016-04", "2016-06", 80, 100));

        Assert.That(values.All.Select(value => value.Organisation).Distinct(), Is.EqualTo(new[] { "SEL", "RJZ" }));
    }

    [Test]
    public void OrganisationWithAPlanAndNoData_HasGreyRowsSinceThePlanBegan()
    {
        var values = Evaluate([], plans: """
            org | date       | value | from
            RPG | 2016-04-30 | 0.9   | 2017-01-15
            """).All;

        var months = values.Where(value => value.Period.Kind == PeriodKind.Month).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(months.Select(value => value.Period.LastMonth.ToString()), Is.EqualTo(new[] { "2017-01", "2017-02", "2017-03" }));
            Assert.That(months, Has.All.Matches<KpiValue>(value => value is { Value: null, Status: RagStatus.Grey, StatusReason: "No data", Plan: 0.9m }));
        });
    }

    [Test]
    public void ClosedOrganisation_HasNoRowsAfterItsEndAndLeavesTheSum()
    {
        var kpi = Given.Share with { Basis = Basis.Commissioner, Levels = [Level.Partnership, Level.Ccg] };
        var measures = Given.EachMonth("2016-04", "2017-05", 10, 20, "08Q").Concat(Given.EachMonth("2016-04", "2017-05", 30, 30, "08K"));

        var values = Evaluate(measures, kpi, asOf: "2017-05-31");

        Assert.Multiple(() =>
        {
            Assert.That(values.Find("08Q", PeriodKind.Month, "2017-03"), Is.Not.Null);
            Assert.That(values.Find("08Q", PeriodKind.Month, "2017-04"), Is.Null);
            Assert.That(values.One("SEL", PeriodKind.Month, "2017-03").Denominator, Is.EqualTo(50m));
            Assert.That(values.One("SEL", PeriodKind.Month, "2017-04").Denominator, Is.EqualTo(30m));
            Assert.That(values.One("SEL", PeriodKind.Month, "2017-04").StatusReason, Is.EqualTo("No plan"), "it is not missed");
        });
    }

    [Test]
    public void OrganisationFoundedWithinAPeriod_HasItsMonthsSinceAndNoGap()
    {
        var kpi = Given.Share with { Basis = Basis.Commissioner, Levels = [Level.Ccg] };

        var values = Evaluate(Given.EachMonth("2016-05", "2017-03", 10, 20, "08A"), kpi);

        var year = values.One("08A", PeriodKind.YearToDate, "2016-07");
        Assert.Multiple(() =>
        {
            Assert.That((year.Denominator, year.StatusReason), Is.EqualTo(((decimal?)60m, "No plan")));
            Assert.That(values.One("08A", PeriodKind.Quarter, "2016-06").Denominator, Is.EqualTo(40m));
            Assert.That(values.Find("08A", PeriodKind.Month, "2016-04"), Is.Null);
        });
    }

    [Test]
    public void Periods_RunFromTheFirstMonthToTheAsOfMonth()
    {
        var values = Evaluate(Given.EachMonth("2016-04", "2016-11", 80, 100), asOf: "2016-11-12", from: "2016-05").All;

        string[] LastMonths(PeriodKind kind) =>
            [.. values.Where(v => v.Organisation == "RJZ" && v.Period.Kind == kind).Select(v => v.Period.LastMonth.ToString())];

        Assert.Multiple(() =>
        {
            Assert.That(LastMonths(PeriodKind.Month), Has.Length.EqualTo(7).And.ItemAt(0).EqualTo("2016-05").And.ItemAt(6).EqualTo("2016-11"));
            Assert.That(LastMonths(PeriodKind.YearToDate), Is.EqualTo(LastMonths(PeriodKind.Month)));
            Assert.That(LastMonths(PeriodKind.Rolling12), Is.EqualTo(LastMonths(PeriodKind.Month)));
            Assert.That(LastMonths(PeriodKind.Quarter), Is.EqualTo(new[] { "2016-06", "2016-09", "2016-12" }));
        });
    }

    [Test]
    public void AsOfBeforeTheFirstMonth_HasNoValues() =>
        Assert.That(Evaluate(Given.EachMonth("2016-04", "2016-11", 80, 100), asOf: "2016-03-31").All, Is.Empty);
}
