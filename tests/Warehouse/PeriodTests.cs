using Stp.Tests.Support;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class PeriodTests
{
    [Test]
    public void PeriodContainingAMonth_HasTheBoundsDrawn()
    {
        var rows = DrawnTable.Rows("""
            kind       | month   | first day  | last day   | days | in words
            Month      | 2016-02 | 2016-02-01 | 2016-02-29 | 29   | February 2016
            Quarter    | 2018-04 | 2018-04-01 | 2018-06-30 | 91   | the quarter to June 2018
            Quarter    | 2018-06 | 2018-04-01 | 2018-06-30 | 91   | the quarter to June 2018
            Quarter    | 2018-11 | 2018-10-01 | 2018-12-31 | 92   | the quarter to December 2018
            Quarter    | 2016-01 | 2016-01-01 | 2016-03-31 | 91   | the quarter to March 2016
            Quarter    | 2017-01 | 2017-01-01 | 2017-03-31 | 90   | the quarter to March 2017
            YearToDate | 2018-03 | 2017-04-01 | 2018-03-31 | 365  | April 2017 to March 2018
            YearToDate | 2016-03 | 2015-04-01 | 2016-03-31 | 366  | April 2015 to March 2016
            YearToDate | 2018-04 | 2018-04-01 | 2018-04-30 | 30   | April 2018
            YearToDate | 2018-12 | 2018-04-01 | 2018-12-31 | 275  | April to December 2018
            Rolling12  | 2018-12 | 2018-01-01 | 2018-12-31 | 365  | the 12 months to December 2018
            Rolling12  | 2017-02 | 2016-03-01 | 2017-02-28 | 365  | the 12 months to February 2017
            Rolling12  | 2016-02 | 2015-03-01 | 2016-02-29 | 366  | the 12 months to February 2016
            """);

        Assert.Multiple(() =>
        {
            foreach (var row in rows)
            {
                var period = Period.Containing(Enum.Parse<PeriodKind>(row["kind"]), row.Month("month"));
                Assert.That(
                    (period.FirstDay, period.LastDay, period.Days, period.ToWords()),
                    Is.EqualTo((row.Date("first day"), row.Date("last day"), (int)row.Number("days")!, row["in words"])));
            }
        });
    }

    [Test]
    public void Months_AreThoseFromFirstToLast()
    {
        var quarter = Period.Containing(PeriodKind.Quarter, new ReportingMonth(2018, 2));

        Assert.That(quarter.Months.Select(month => month.ToString()), Is.EqualTo(new[] { "2018-01", "2018-02", "2018-03" }));
    }

    [Test]
    public void KindThatIsNone_IsRefused() =>
        Assert.That(() => new Period((PeriodKind)99, new ReportingMonth(2018, 1)).FirstMonth, Throws.InvalidOperationException);
}
