using Stp.Scorecard.Charts;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class DateAxisTests
{
    private static DateAxis Axis(string first, string last) => new([DateOnly.Parse(first, null), DateOnly.Parse(last, null)]);

    [TestCase("2016-04-01", "2019-03-01", "Apr 2016, Oct 2016, Apr 2017, Oct 2017, Apr 2018, Oct 2018")]
    [TestCase("2018-12-01", "2018-12-05", "1 Dec 2018, 2 Dec 2018, 3 Dec 2018, 4 Dec 2018, 5 Dec 2018")]
    [TestCase("2018-12-01", "2018-12-01", "1 Dec 2018")]
    [TestCase("2018-12-03", "2019-01-28", "3 Dec 2018, 10 Dec 2018, 17 Dec 2018, 24 Dec 2018, 31 Dec 2018, 7 Jan 2019, 14 Jan 2019, 21 Jan 2019, 28 Jan 2019")]
    public void Ticks_AreRoundDates(string first, string last, string labels) =>
        Assert.That(string.Join(", ", Axis(first, last).Ticks(10).Select(tick => tick.Label)), Is.EqualTo(labels));

    [TestCase("0001-01-01", "9999-12-31")]
    [TestCase("2018-01-01", "2018-06-30")]
    [TestCase("2018-01-01", "2020-01-01")]
    [TestCase("1900-01-01", "2020-01-01")]
    public void Ticks_AreAFew(string first, string last) => Assert.That(Axis(first, last).Ticks(10), Has.Count.InRange(2, 10));
}
