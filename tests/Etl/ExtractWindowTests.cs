using System.Globalization;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;

namespace Stp.Tests.Etl;

/// <summary>Which change times the next extract reads.</summary>
[TestFixture]
public sealed class ExtractWindowTests
{
    private static readonly DateTime Later = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly WatermarkSpec ThreeDays = new("ModifiedAt", TimeSpan.FromDays(3));

    [Test]
    public void First_IsFromTheBeginningToTheEndOfTheAsOfDay() => Assert.That(
        ExtractWindow.After(null, ThreeDays, new DateOnly(2018, 12, 31), Later), Is.EqualTo(new ExtractWindow(null, At("2019-01-01 00:00"))));

    // Watermark, as-of day, start, end.
    [TestCase("2018-12-31 00:00", "2018-12-31", "2018-12-28 00:00", "2019-01-01 00:00", TestName = "Next_StartsALagBeforeTheWatermark")]
    [TestCase("2018-12-01 00:00", "2018-12-31", "2018-11-28 00:00", "2019-01-01 00:00", TestName = "NightsThatWereSkipped_AreInTheNextWindow")]
    [TestCase("2019-01-01 00:00", "2018-12-31", "2018-12-29 00:00", "2019-01-01 00:00", TestName = "SameDayAgain_ReadsTheLag")]
    [TestCase("2019-01-01 00:00", "2018-06-30", "2018-12-29 00:00", "2019-01-01 00:00", TestName = "AsOfBeforeTheWatermark_ReadsTheLagAlone")]
    [TestCase("2020-03-01 00:00", "2020-03-01", "2020-02-27 00:00", "2020-03-02 00:00", TestName = "LeapDay_IsADayOfTheLag")]
    [TestCase("2018-03-25 00:00", "2018-03-25", "2018-03-22 00:00", "2018-03-26 00:00", TestName = "ClockChange_IsADayLikeAnyOther")]
    public void After_ReachedWatermark(string watermark, string asOf, string start, string end) => Assert.That(
        ExtractWindow.After(At(watermark), ThreeDays, DateOnly.Parse(asOf, CultureInfo.InvariantCulture), Later),
        Is.EqualTo(new ExtractWindow(At(start), At(end))));

    [Test]
    public void WindowsOfSuccessiveNights_TouchWithoutALag()
    {
        var noLag = new WatermarkSpec("ModifiedAt", TimeSpan.Zero);
        var first = ExtractWindow.After(null, noLag, new DateOnly(2018, 12, 30), Later);
        var second = ExtractWindow.After(first.End, noLag, new DateOnly(2018, 12, 31), Later);

        Assert.That(second.Start, Is.EqualTo(first.End));
    }

    [Test]
    public void Full_HasNoStart()
    {
        var full = ExtractWindow.Full(new DateOnly(2018, 12, 31), Later);

        Assert.That((full.IsFull, full.End), Is.EqualTo((true, At("2019-01-01 00:00"))));
    }

    [Test]
    public void DayThatIsNotOver_IsReadUpToNow()
    {
        var now = At("2018-12-31 02:00");

        Assert.That(ExtractWindow.After(null, ThreeDays, new DateOnly(2018, 12, 31), now).End, Is.EqualTo(now));
    }

    [Test]
    public void WindowOfACensus_BeginsWithItsFirstDay() => Assert.Multiple(() =>
    {
        Assert.That(
            ExtractWindow.After(At("2018-12-31 02:30"), ThreeDays, new DateOnly(2018, 12, 31), Later).FromStartOfDay(),
            Is.EqualTo(new ExtractWindow(At("2018-12-28 00:00"), At("2019-01-01 00:00"))));
        Assert.That(ExtractWindow.Full(new DateOnly(2018, 12, 31), Later).FromStartOfDay().Start, Is.Null);
    });

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
