using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>What becomes of a value whose data do not reach the end of its period, or have a gap.</summary>
[TestFixture]
public sealed class KpiFreshnessTests
{
    private const string Standard = """
        kpi                 | kind     | level       | org | value
        four_hour           | standard | provider    | RJZ | 0.9
        four_hour           | standard | partnership | SEL | 0.9
        attendances         | standard | provider    | RJZ | 0.9
        attendances_per_day | standard | provider    | RJZ | 0.9
        """;

    private static readonly IReadOnlyList<MeasureValue> ToDecember = Given.EachMonth("2015-04", "2018-12", 80, 100);

    private static KpiValue Value(
        KpiDefinition kpi,
        FeedState feed,
        PeriodKind kind,
        string month,
        string asOf = "2018-12-31",
        IEnumerable<MeasureValue>? measures = null) =>
        Evaluated.From(measures ?? ToDecember, kpi, Standard, asOf, feed, "2016-04").One("RJZ", kind, month);

    [Test]
    public void DataToTheLastDay_MonthIsWhole()
    {
        var value = Value(Given.Share, Given.Fresh("2018-12-31"), PeriodKind.Month, "2018-12");

        Assert.That((value.IsPartial, value.IsStale, value.Status, value.DataTo), Is.EqualTo(
            (false, false, RagStatus.Red, (DateOnly?)Given.Day("2018-12-31"))));
    }

    [Test]
    public void PartMonthOfARatio_IsMarkedAndJudged()
    {
        var value = Value(Given.Share, Given.Fresh("2018-12-30"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.IsPartial, value.IsStale, value.Status, value.StatusReason), Is.EqualTo(
            ((decimal?)0.8m, true, false, RagStatus.Red, (string?)null)));
    }

    [Test]
    public void PartMonthPerDay_IsDividedByTheDaysCoveredAndJudged()
    {
        var value = Value(Given.Daily, Given.Fresh("2018-12-12"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.IsPartial, value.Status), Is.EqualTo(((decimal?)100m / 12, true, RagStatus.Red)));
    }

    [Test]
    public void PartMonthOfAPlainCount_KeepsItsValueAndIsGrey()
    {
        var value = Value(Given.Count, Given.Fresh("2018-12-12"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.IsPartial, value.Status, value.StatusReason), Is.EqualTo(
            ((decimal?)100m, true, RagStatus.Grey, "Part month: data to 12 December 2018")));
    }

    [Test]
    public void PartPeriodPerDay_CountsTheCoveredDaysOfItsLastMonthOnly()
    {
        var value = Value(Given.Daily, Given.Fresh("2018-12-12"), PeriodKind.Quarter, "2018-12");

        Assert.That(value.Value, Is.EqualTo(300m / (31 + 30 + 12)));
    }

    [TestCase(PeriodKind.Quarter, "2018-12", 200, Description = "the quarter so far")]
    [TestCase(PeriodKind.YearToDate, "2018-12", 800, Description = "the year so far")]
    public void PeriodBegunAndNotOver_HasItsMonthsSoFar(PeriodKind kind, string month, decimal denominator)
    {
        var value = Value(Given.Share, Given.Fresh("2018-11-30"), kind, month);

        Assert.That((value.Denominator, value.IsPartial, value.Status), Is.EqualTo(((decimal?)denominator, true, RagStatus.Red)));
    }

    [TestCase(PeriodKind.Month)]
    [TestCase(PeriodKind.Rolling12)]
    public void MonthBeyondFreshData_IsNotYetPublished(PeriodKind kind)
    {
        var value = Value(Given.Share, Given.Fresh("2018-11-30"), kind, "2018-12");

        Assert.That((value.Value, value.Status, value.StatusReason, value.IsPartial, value.IsStale), Is.EqualTo(
            ((decimal?)null, RagStatus.Grey, "Not yet published: data to 30 November 2018", true, false)));
    }

    [Test]
    public void MonthBeyondStaleData_SaysSo()
    {
        var value = Value(Given.Share, Given.Stale("2018-11-30"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.Status, value.StatusReason, value.IsStale), Is.EqualTo(
            ((decimal?)null, RagStatus.Grey, "No fresh data: the extract failed; data to 30 November 2018", true)));
    }

    [Test]
    public void PartMonthOfStaleData_KeepsItsValueAndIsGrey()
    {
        var value = Value(Given.Share, Given.Stale("2018-12-12"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.Status, value.StatusReason), Is.EqualTo(
            ((decimal?)0.8m, RagStatus.Grey, "No fresh data: the extract failed; data to 12 December 2018")));
    }

    [Test]
    public void WholeMonthOfAFeedThatFailedLater_StaysGood()
    {
        var value = Value(Given.Share, Given.Stale("2018-12-12"), PeriodKind.Month, "2018-11");

        Assert.That((value.IsStale, value.Status), Is.EqualTo((false, RagStatus.Red)));
    }

    [Test]
    public void KpiOfTwoFeeds_ReachesAsFarAsTheOneThatReachesLeast()
    {
        var kpi = Given.Share with { Feeds = ["attendances", "beds"] };
        FeedState[] feeds = [Given.Fresh("2018-12-31"), new("beds", Given.Day("2018-11-30"), false, "late")];
        var evaluator = new KpiEvaluator(
            Given.Partnership, Given.Organisations, Given.Plans("id"), feeds, Given.Month("2018-11"), Given.Day("2018-12-31"));

        var months = evaluator.Evaluate([kpi], ToDecember).Where(v => v.Period.Kind == PeriodKind.Month && v.Organisation == "RJZ").ToList();

        Assert.That(months.Select(v => (v.DataTo, v.IsPartial, v.IsStale)), Is.EqualTo(new[]
        {
            ((DateOnly?)Given.Day("2018-11-30"), false, false),
            ((DateOnly?)Given.Day("2018-11-30"), true, true),
        }));
    }

    [Test]
    public void FeedThatWasNeverLoaded_IsNamed()
    {
        var value = Value(Given.Share with { Feeds = ["beds"] }, Given.Fresh("2018-12-31"), PeriodKind.Month, "2018-12");

        Assert.That((value.Value, value.StatusReason, value.DataTo, value.IsStale), Is.EqualTo(
            ((decimal?)null, "No fresh data: beds was never loaded; nothing loaded", (DateOnly?)null, true)));
    }

    [Test]
    public void DataBeyondTheAsOfMonth_DoNotFillItsQuarter()
    {
        var value = Value(Given.Share, Given.Fresh("2018-12-31"), PeriodKind.Quarter, "2018-12", asOf: "2018-11-30");

        Assert.That((value.Denominator, value.IsPartial, value.DataTo), Is.EqualTo(
            ((decimal?)200m, true, (DateOnly?)Given.Day("2018-11-30"))));
    }

    [Test]
    public void GapInsideAPeriod_KeepsTheValueOfTheOthersAndIsGrey()
    {
        var measures = ToDecember.Where(value => value.Month != Given.Month("2018-05"));

        var value = Value(Given.Share, Given.Fresh("2018-12-31"), PeriodKind.YearToDate, "2018-07", measures: measures);

        Assert.That((value.Denominator, value.Status, value.StatusReason), Is.EqualTo(
            ((decimal?)300m, RagStatus.Grey, "No data for May 2018")));
    }

    [Test]
    public void MemberWithoutDataWhereItHadThemBefore_IsMissedInTheSum()
    {
        var measures = ToDecember.Concat(Given.EachMonth("2018-03", "2018-09", 100, 100, "RJ1"));
        var values = Evaluated.From(measures, Given.Share, Standard, "2018-12-31", Given.Fresh("2018-12-31"), "2016-04");

        Assert.Multiple(() =>
        {
            Assert.That(values.One("SEL", PeriodKind.Month, "2018-02").StatusReason, Is.Null, "not yet there");
            Assert.That(values.One("SEL", PeriodKind.Month, "2018-09").Status, Is.EqualTo(RagStatus.Green));
            var without = values.One("SEL", PeriodKind.Month, "2018-10");
            Assert.That((without.Value, without.Status, without.StatusReason), Is.EqualTo(
                ((decimal?)0.8m, RagStatus.Grey, "Without Guy's & St Thomas': no data for October 2018")));
            Assert.That(
                values.One("SEL", PeriodKind.Quarter, "2018-12").StatusReason,
                Is.EqualTo("Without Guy's & St Thomas': no data for October 2018 and 2 more"));
        });
    }

    [Test]
    public void MemberSilentForMoreThanAYear_HasEnded()
    {
        var measures = ToDecember.Concat(Given.EachMonth("2016-04", "2016-09", 100, 100, "RJ1"));
        var values = Evaluated.From(measures, Given.Share, Standard, "2018-12-31", Given.Fresh("2018-12-31"), "2016-04");

        Assert.Multiple(() =>
        {
            Assert.That(values.One("SEL", PeriodKind.Month, "2017-09").Status, Is.EqualTo(RagStatus.Grey));
            Assert.That(values.One("SEL", PeriodKind.Month, "2017-10").Status, Is.EqualTo(RagStatus.Red));
        });
    }
}
