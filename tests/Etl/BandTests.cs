using System.Globalization;
using Stp.Etl.Extraction;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>What birth dates and postcodes become.</summary>
[TestFixture]
public sealed class BandTests
{
    // Born, on, band.
    [TestCase("2018-12-31", "2018-12-31", "0-4")]
    [TestCase("2013-12-31", "2018-12-30", "0-4", TestName = "DayBeforeTheFifthBirthday_IsStillFour")]
    [TestCase("2013-12-31", "2018-12-31", "5-17", TestName = "FifthBirthday_IsFive")]
    [TestCase("2001-01-01", "2018-12-31", "5-17")]
    [TestCase("2000-12-31", "2018-12-31", "18-39")]
    [TestCase("1979-01-01", "2018-12-31", "18-39")]
    [TestCase("1978-12-31", "2018-12-31", "40-64")]
    [TestCase("1953-12-31", "2018-12-31", "65-74")]
    [TestCase("1943-12-31", "2018-12-31", "75-84")]
    [TestCase("1934-01-01", "2018-12-31", "75-84")]
    [TestCase("1933-12-31", "2018-12-31", "85+")]
    [TestCase("1896-12-31", "2018-12-31", "85+", TestName = "OldestPersonOnRecord_HasABand")]
    [TestCase("2000-02-29", "2018-02-28", "5-17", TestName = "BornOnALeapDay_IsStillSeventeenOnTheLastOfFebruary")]
    [TestCase("2000-02-29", "2018-03-01", "18-39", TestName = "BornOnALeapDay_IsEighteenOnTheFirstOfMarch")]
    [TestCase("2012-02-29", "2016-02-29", "0-4")]
    [TestCase("1895-12-31", "2018-12-31", null, TestName = "OlderThanAnyone_HasNoBand")]
    [TestCase("1800-01-01", "2018-12-31", null, TestName = "SentinelOfNoDate_HasNoBand")]
    [TestCase("1801-01-01", "2018-12-31", null, TestName = "SentinelOfABadDate_HasNoBand")]
    [TestCase("2019-01-01", "2018-12-31", null, TestName = "NotBornYet_HasNoBand")]
    public void AgeBand_OnADay(string born, string on, string? band) => Assert.That(AgeBand.Of(Day(born), Day(on)), Is.EqualTo(band));

    [Test]
    public void EveryAge_HasABandOfTheDimension()
    {
        using var warehouse = WarehouseFixture.OfProgram();
        var known = warehouse.Session.Query<string>("select age_band from star.dim_age_band where age_band_key > 0");
        var today = new DateOnly(2018, 6, 15);

        Assert.That(Enumerable.Range(0, 123).Select(age => AgeBand.Of(today.AddYears(-age), today)).Distinct(), Is.EquivalentTo(known));
    }

    [TestCase("SE1 9ZZ", "SE")]
    [TestCase("se19zz", "SE")]
    [TestCase(" E1 6AN ", "E")]
    [TestCase("BR6", "BR")]
    [TestCase("ZZ99 3VZ", "ZZ")]
    [TestCase("SE", null)]
    [TestCase("ABC1 2DE", null)]
    [TestCase("1SE 9ZZ", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void PostcodeArea_IsTheLettersInFront(string? postcode, string? area) => Assert.That(PostcodeArea.Of(postcode), Is.EqualTo(area));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
