using Stp.Etl.Runs;
using Stp.Scorecard.Kpis;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

[TestFixture]
public sealed class FeedFreshnessTests
{
    private static readonly DateOnly AsOf = new(2018, 12, 31);

    // Days before the as-of day that the data reach; the feed allows three.
    [TestCase(-1, true)]
    [TestCase(0, true)]
    [TestCase(3, true, TestName = "AsOldAsAllowed_IsFresh")]
    [TestCase(4, false, TestName = "ADayOlderThanAllowed_IsNot")]
    public void Age_OfTheData(int days, bool isFresh)
    {
        var to = AsOf.AddDays(-days);

        Assert.That(At(to, null), Is.EqualTo(new FeedState("visit", to, isFresh, isFresh ? null : "Visits: no data since 27 December 2018")));
    }

    [Test]
    public void FailedFeed_IsNotFresh_HoweverRecentItsData() => Assert.That(
        At(AsOf, "the source is down"), Is.EqualTo(new FeedState("visit", AsOf, false, "Visits: the feed failed, data to 31 December 2018", "the source is down")));

    [Test]
    public void NothingLoaded_IsSaidSo() => Assert.Multiple(() =>
    {
        Assert.That(At(null, null), Is.EqualTo(new FeedState("visit", null, false, "Visits: nothing loaded yet")));
        Assert.That(At(null, "down"), Is.EqualTo(new FeedState("visit", null, false, "Visits: the feed failed", "down")));
    });

    private static FeedState At(DateOnly? dataTo, string? failure) => FeedFreshness.At(Some.Feed(), dataTo, AsOf, failure);
}
