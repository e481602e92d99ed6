namespace Stp.Scorecard.Kpis;

/// <summary>How far a feed's data reach when a run scores, judged at the run's as-of date.</summary>
/// <param name="DataTo">The last day that the feed's loaded data cover; null when nothing is loaded.</param>
/// <param name="IsFresh">False when the feed failed in this run, or its data are older than its freshness allows.</param>
/// <param name="Reason">Why it is not fresh, in words; null when it is.</param>
/// <param name="Failure">What made its last run fail; null when that was well.</param>
public sealed record FeedState(string Feed, DateOnly? DataTo, bool IsFresh, string? Reason, string? Failure = null);
