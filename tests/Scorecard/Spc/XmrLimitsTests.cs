using Stp.Scorecard.Spc;

namespace Stp.Tests.Scorecard.Spc;

[TestFixture]
public sealed class XmrLimitsTests
{
    [Test]
    public void Limits_Are266AverageMovingRangesFromTheMean()
    {
        var limits = XmrLimits.Of([1, 3, 2, 6], screenOutliers: false);

        Assert.Multiple(() =>
        {
            Assert.That(limits.Mean, Is.EqualTo(3m));
            Assert.That(limits.AverageMovingRange, Is.EqualTo(7m / 3), "ranges 2, 1 and 4");
            Assert.That(limits.Upper, Is.EqualTo(3m + (2.66m * 7 / 3)).Within(1e-25m));
            Assert.That(limits.Lower, Is.EqualTo(3m - (2.66m * 7 / 3)).Within(1e-25m), "below 0, and not clipped");
            Assert.That(limits.UpperNear, Is.EqualTo(3m + (2 * 2.66m / 3 * 7 / 3)).Within(1e-25m));
        });
    }

    [Test]
    public void DateWithoutFigure_TakesBothItsMovingRangesAway() =>
        Assert.That(XmrLimits.Of([1, 2, null, 9, 12], screenOutliers: true), Is.EqualTo(new XmrLimits(6, 2)), "ranges 1 and 3");

    [Test]
    public void ExtremeMovingRange_IsScreenedOnce_AndItsValuesStayInTheMean()
    {
        decimal?[] values = [1, 2, 1, 2, 1, 2, 1, 2, 1, 12];

        Assert.Multiple(() =>
        {
            Assert.That(XmrLimits.Of(values, screenOutliers: true), Is.EqualTo(new XmrLimits(2.5m, 1)));
            Assert.That(XmrLimits.Of(values, screenOutliers: false), Is.EqualTo(new XmrLimits(2.5m, 19m / 9)));
        });
    }

    [Test]
    public void MovingRangeOnTheScreen_IsScreened()
    {
        // Ranges 1, 1, 1 and x with x = 3.267 (3 + x) / 4: that is 9.801 / 0.733, and a little less is kept.
        const decimal above = 13.3712m;
        const decimal below = 13.3710m;
        Assert.Multiple(() =>
        {
            Assert.That(XmrLimits.Of([0, 1, 0, 1, 1 + above], screenOutliers: true).AverageMovingRange, Is.EqualTo(1m));
            Assert.That(XmrLimits.Of([0, 1, 0, 1, 1 + below], screenOutliers: true).AverageMovingRange, Is.EqualTo((3 + below) / 4));
        });
    }

    [Test]
    public void ConstantBase_HasNoLimitsScreened_AndLimitsOnTheMeanUnscreened() => Assert.Multiple(() =>
    {
        Assert.That(XmrLimits.Of([0.95m, 0.95m, 0.95m], screenOutliers: true), Is.EqualTo(new XmrLimits(0.95m, null)));
        Assert.That(XmrLimits.Of([0.95m, 0.95m, 0.95m], screenOutliers: false), Is.EqualTo(new XmrLimits(0.95m, 0)));
        Assert.That(XmrLimits.Of([0.95m, 0.95m, 0.95m], screenOutliers: false).Upper, Is.EqualTo(0.95m));
    });

    [Test]
    public void MostlyConstantBase_IsScreenedToLimitsOnTheMean()
    {
        decimal?[] values = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5m];
        var limits = XmrLimits.Of(values, screenOutliers: true);

        Assert.Multiple(() =>
        {
            Assert.That((limits.Lower, limits.Upper), Is.EqualTo((limits.Mean, limits.Mean)));
            Assert.That(values.Select(limits.IsOutside), Is.All.True, "every point is off the mean");
        });
    }

    [TestCase(1)]
    [TestCase(0)]
    public void NoMovingRange_GivesNoLimits(int values)
    {
        var limits = XmrLimits.Of([.. SpcGiven.Times(values, 4)], screenOutliers: false);

        Assert.Multiple(() =>
        {
            Assert.That(limits.Mean, Is.EqualTo(values == 0 ? null : 4m));
            Assert.That(limits.Upper, Is.Null);
            Assert.That(limits.IsOutside(9), Is.Null);
            Assert.That(limits.IsClose(9), Is.Null);
        });
    }

    /// <summary>Values that their own mean missed by the last digit would raise a false shift.</summary>
    [TestCase(15, "0.1")]
    [TestCase(99, "0.3333333333333333333333333333")]
    [TestCase(1000, "12345678.12345678901234567891")]
    public void MeanOfEqualValues_IsTheValue(int count, string value)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(XmrLimits.Of([.. SpcGiven.Times(count, number)], screenOutliers: true).Mean, Is.EqualTo(number));
    }

    [TestCase(2.66, false, true)]
    [TestCase(2.67, true, false)]
    [TestCase(-2.66, false, true)]
    [TestCase(-2.67, true, false)]
    [TestCase(1.7733, false, false)]
    [TestCase(1.7734, false, true)]
    [TestCase(-1.7734, false, true)]
    [TestCase(0, false, false)]
    public void OutsideAndClose_AreStrict(double value, bool isOutside, bool isClose) => Assert.Multiple(() =>
    {
        Assert.That(SpcGiven.Limits.IsOutside((decimal)value), Is.EqualTo(isOutside));
        Assert.That(SpcGiven.Limits.IsClose((decimal)value), Is.EqualTo(isClose));
    });

    [Test]
    public void Constants_AreThoseOfTheMethodNotes() => Assert.Multiple(() =>
    {
        Assert.That(SpcConstants.LimitFactor, Is.EqualTo(2.66m));
        Assert.That(SpcConstants.ScreeningFactor, Is.EqualTo(3.267m));
        Assert.That((SpcConstants.RunLength, SpcConstants.TwoInThreeWindow, SpcConstants.TwoInThreeClose), Is.EqualTo((7, 3, 2)));
        Assert.That((SpcConstants.RowsForFirmLimits, SpcConstants.LeastRowsToFix), Is.EqualTo((13, 12)));
    });
}
