using System.Globalization;
using Stp.Etl.Feeds;
using Stp.Scorecard.Kpis;

namespace Stp.Etl.Runs;

/// <summary>Whether a feed's data are recent enough for the day that a run stands at. Pure.</summary>
public static class FeedFreshness
{
    /// <param name="dataTo">The last day that the loaded data cover; null when nothing is loaded.</param>
    /// <param name="failure">Why the feed's last run failed; null when it did not.</param>
    public static FeedState At(Feed feed, DateOnly? dataTo, DateOnly asOf, string? failure)
    {
        if (dataTo is not { } last)
        {
            return new FeedState(feed.Id, null, false, failure is null ? $"{feed.Title}: nothing loaded yet" : $"{feed.Title}: the feed failed", failure);
        }

        var to = last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (failure is not null)
        {
            return new FeedState(feed.Id, last, false, $"{feed.Title}: the feed failed, data to {to}", failure);
        }

        return last.AddDays(feed.FreshForDays) < asOf
            ? new FeedState(feed.Id, last, false, $"{feed.Title}: no data since {to}")
            : new FeedState(feed.Id, last, true, null);
    }
}
