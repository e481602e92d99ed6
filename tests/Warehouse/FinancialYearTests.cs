using Stp.Warehouse.Periods;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class FinancialYearTests
{
    [TestCase("2017-03-31", "2016/17")]
    [TestCase("2017-04-01", "2017/18")]
    [TestCase("2017-12-31", "2017/18")]
    [TestCase("2018-01-01", "2017/18")]
    [TestCase("2000-03-31", "1999/00")]
    public void Year_TurnsOnTheFirstOfApril(string date, string year) =>
        Assert.That(FinancialYear.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).ToString(), Is.EqualTo(year));

    [Test]
    public void Year_RunsFromAprilToMarch()
    {
        var year = new FinancialYear(2016);

        Assert.That((year.FirstMonth, year.LastMonth), Is.EqualTo((new ReportingMonth(2016, 4), new ReportingMonth(2017, 3))));
    }
}
