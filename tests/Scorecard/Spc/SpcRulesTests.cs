using Stp.Scorecard.Spc;

namespace Stp.Tests.Scorecard.Spc;

/// <summary>Tiny vectors per rule. The limits are 2.66 either side of 0, and close begins beyond 1.7733.</summary>
[TestFixture]
public sealed class SpcRulesTests
{
    [TestCase("points outside", """
        value | label
        2.67  | Above UCL
        -2.67 | Below LCL
        2.66  |
        -2.66 |
        none  |
        """)]
    [TestCase("seven rising", """
        value | label
        -1.2  | 7 Point Trend (Increasing)
        -1.0  | 7 Point Trend (Increasing)
        -0.8  | 7 Point Trend (Increasing)
        -0.6  | 7 Point Trend (Increasing)
        0.1   | 7 Point Trend (Increasing)
        0.2   | 7 Point Trend (Increasing)
        0.3   | 7 Point Trend (Increasing)
        0.1   |
        """)]
    [TestCase("six rising are no trend", """
        value | label
        -0.8  |
        -0.6  |
        -0.4  |
        -0.2  |
        0.1   |
        0.2   |
        0.1   |
        """)]
    [TestCase("a tie breaks a trend", """
        value | label
        -0.8  |
        -0.6  |
        -0.4  |
        -0.2  |
        -0.2  |
        0.1   |
        0.2   |
        0.3   |
        """)]
    [TestCase("the peak between a rise and a fall is falling", """
        value | label
        -1.2  | 7 Point Trend (Increasing)
        -1.0  | 7 Point Trend (Increasing)
        -0.8  | 7 Point Trend (Increasing)
        -0.6  | 7 Point Trend (Increasing)
        0.1   | 7 Point Trend (Increasing)
        0.2   | 7 Point Trend (Increasing)
        0.9   | 7 Point Trend (Decreasing)
        0.3   | 7 Point Trend (Decreasing)
        -0.1  | 7 Point Trend (Decreasing)
        -0.2  | 7 Point Trend (Decreasing)
        -0.3  | 7 Point Trend (Decreasing)
        -0.4  | 7 Point Trend (Decreasing)
        -0.5  | 7 Point Trend (Decreasing)
        """)]
    [TestCase("the last of a rise that is level with the first of the next reads falling", """
        value | label
        -1.2  | 7 Point Trend (Increasing)
        -1.1  | 7 Point Trend (Increasing)
        -1.0  | 7 Point Trend (Increasing)
        -0.8  | 7 Point Trend (Increasing)
        0.1   | 7 Point Trend (Increasing)
        0.2   | 7 Point Trend (Increasing)
        0.3   | 7 Point Trend (Decreasing)
        0.3   | 7 Point Trend (Increasing)
        0.4   | 7 Point Trend (Increasing)
        0.5   | 7 Point Trend (Increasing)
        0.6   | 7 Point Trend (Increasing)
        0.7   | 7 Point Trend (Increasing)
        0.8   | 7 Point Trend (Increasing)
        0.9   | 7 Point Trend (Increasing)
        """)]
    [TestCase("a point outside is still a member of the trend", """
        value | label
        -0.5  | 7 Point Trend (Increasing)
        -0.4  | 7 Point Trend (Increasing)
        -0.3  | 7 Point Trend (Increasing)
        -0.2  | 7 Point Trend (Increasing)
        0.1   | 7 Point Trend (Increasing)
        0.2   | 7 Point Trend (Increasing)
        3.0   | Above UCL
        """)]
    [TestCase("two in three, the third not close", """
        value | label
        -1    |
        2     | 2 in 3 Above CL
        1     |
        2     | 2 in 3 Above CL
        -1    |
        """)]
    [TestCase("two in three below, all close", """
        value | label
        1     |
        -2    | 2 in 3 Below CL
        -2.1  | 2 in 3 Below CL
        -2    | 2 in 3 Below CL
        1     |
        """)]
    [TestCase("an adjacent close pair with others on both sides is not flagged", """
        value | label
        -1    |
        2     |
        2     |
        -1    |
        """)]
    [TestCase("nor with points on the mean beside it", """
        value | label
        0     |
        2     |
        2     |
        0     |
        """)]
    [TestCase("a point outside counts for the side, not as close", """
        value | label
        1     |
        2     |
        3     | Above UCL
        -1    |
        2     | 2 in 3 Above CL
        3     | Above UCL
        2     | 2 in 3 Above CL
        """)]
    [TestCase("close on either side of the mean", """
        value | label
        2     |
        1     |
        -2    |
        """)]
    [TestCase("seven above", """
        value | label
        -1    |
        1     | 7 Points Above CL
        2     | 7 Points Above CL
        1     | 7 Points Above CL
        1     | 7 Points Above CL
        0.5   | 7 Points Above CL
        1     | 7 Points Above CL
        1     | 7 Points Above CL
        1     | 7 Points Above CL
        -1    |
        """)]
    [TestCase("a point on the mean breaks a shift", """
        value | label
        -1    |
        -1    |
        -1    |
        0     |
        -1    |
        -1    |
        -1    |
        -1    |
        """)]
    [TestCase("a point outside is still a member of the shift, and two in three goes before it", """
        value | label
        -1    | 7 Points Below CL
        -3    | Below LCL
        -1    | 7 Points Below CL
        -1.1  | 7 Points Below CL
        -1    | 7 Points Below CL
        -2    | 2 in 3 Below CL
        -2    | 2 in 3 Below CL
        """)]
    [TestCase("no window holds a date without a figure", """
        value | label
        -1.2  |
        -1.0  |
        -0.8  |
        none  |
        0.1   |
        0.2   |
        0.3   |
        2     |
        none  |
        2     |
        """)]
    public void Points_AreLabelled(string situation, string drawing)
    {
        var (values, labels) = SpcGiven.Drawn(drawing);
        Assert.That(SpcRules.Causes(values, SpcGiven.Limits).Select(cause => cause.Label()), Is.EqualTo(labels), situation);
    }

    [Test]
    public void WithoutLimits_TrendAndShiftStillWork()
    {
        var limits = new XmrLimits(0, null);
        decimal?[] values = [1, 2, 3, 4, 5, 6, 7, 1];

        Assert.Multiple(() =>
        {
            Assert.That(SpcRules.OutsideLimits(values, limits), Is.All.False);
            Assert.That(SpcRules.TwoInThree(values, limits), Is.All.False);
            Assert.That(SpcRules.Causes(values, limits).Take(7), Is.All.EqualTo(SpecialCause.TrendIncreasing));
            Assert.That(SpcRules.Causes(values, limits)[7], Is.EqualTo(SpecialCause.ShiftAbove));
        });
    }

    /// <summary>Every rule is found on the whole group; the order decides the label alone.</summary>
    [Test]
    public void EachRule_IsFoundByItself()
    {
        decimal?[] values = [1, 1.1m, 1.2m, 1.9m, 2, 2.1m, 3];

        Assert.Multiple(() =>
        {
            Assert.That(SpcRules.OutsideLimits(values, SpcGiven.Limits), Is.EqualTo([false, false, false, false, false, false, true]));
            Assert.That(SpcRules.Trend(values), Is.All.True);
            Assert.That(SpcRules.TwoInThree(values, SpcGiven.Limits), Is.EqualTo([false, false, false, true, true, true, false]));
            Assert.That(SpcRules.Shift(values, SpcGiven.Limits), Is.All.True);
        });
    }

    [Test]
    public void NoPoints_GiveNoFlags() => Assert.That(SpcRules.Causes([], SpcGiven.Limits), Is.Empty);
}
