using FsCheck;
using FsCheck.Fluent;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class ReportingMonthTests
{
    private static readonly ReportingMonth December = new(2018, 12);

    [TestCase(2018, 12, 31)]
    [TestCase(2018, 2, 28)]
    [TestCase(2016, 2, 29, Description = "leap year")]
    [TestCase(2000, 2, 29, Description = "leap century")]
    [TestCase(1900, 2, 28, Description = "century without a leap day")]
    public void LastDayAndDays_FollowTheCalendar(int year, int month, int days)
    {
        var reported = new ReportingMonth(year, month);

        Assert.That((reported.FirstDay, reported.LastDay, reported.Days), Is.EqualTo(
            (new DateOnly(year, month, 1), new DateOnly(year, month, days), days)));
    }

    [TestCase(2018, 4, 1)]
    [TestCase(2018, 12, 9)]
    [TestCase(2019, 1, 10)]
    [TestCase(2019, 3, 12)]
    public void NumberInFinancialYear_CountsFromApril(int year, int month, int number) =>
        Assert.That(new ReportingMonth(year, month).NumberInFinancialYear, Is.EqualTo(number));

    [TestCase(1, 2019, 1)]
    [TestCase(-12, 2017, 12)]
    [TestCase(15, 2020, 3)]
    [TestCase(0, 2018, 12)]
    public void PlusMonths_CrossesYears(int months, int year, int month) =>
        Assert.That(December.PlusMonths(months), Is.EqualTo(new ReportingMonth(year, month)));

    [Test]
    public void MonthsSince_UndoesPlusMonths() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<short>(),
            months => December.PlusMonths(months).MonthsSince(December) == months).QuickCheckThrowOnFailure();

    [Test]
    public void Range_HoldsBothEnds() =>
        Assert.That(
            ReportingMonth.Range(new(2018, 11), new(2019, 2)).Select(month => month.ToString()),
            Is.EqualTo(new[] { "2018-11", "2018-12", "2019-01", "2019-02" }));

    [Test]
    public void RangeThatEndsBeforeItBegins_IsEmpty() =>
        Assert.That(ReportingMonth.Range(new(2018, 2), new(2018, 1)), Is.Empty);

    [TestCase(-1)]
    [TestCase(0)]
    [TestCase(1)]
    public void Months_AreOrderedByTime(int order)
    {
        var month = December.PlusMonths(order);

        Assert.That(
            (month < December, month <= December, month > December, month >= December, Math.Sign(month.CompareTo(December))),
            Is.EqualTo((order < 0, order <= 0, order > 0, order >= 0, order)));
    }

    [TestCase("2018-12", true)]
    [TestCase("2018-13", false)]
    [TestCase("2018-1", false)]
    [TestCase("December 2018", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Text_IsAMonthOnlyInItsOneForm(string? text, bool isMonth)
    {
        var parsed = ReportingMonth.TryParse(text, out var month);

        Assert.That((parsed, month), Is.EqualTo((isMonth, isMonth ? December : default)));
    }

    [Test]
    public void ToWords_IsAsABoardReadsIt() => Assert.That(December.ToWords(), Is.EqualTo("December 2018"));

    [TestCase(2018, 0)]
    [TestCase(2018, 13)]
    [TestCase(0, 1)]
    [TestCase(10000, 1)]
    public void MonthThatIsNone_IsRefused(int year, int month) =>
        Assert.That(() => new ReportingMonth(year, month), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
