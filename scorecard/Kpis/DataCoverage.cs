using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>How far the data behind a KPI reach: as far as those of the feed that reaches least.</summary>
/// <param name="DataTo">The last day that all feeds cover; null when one of them has nothing loaded.</param>
/// <param name="IsFresh">False when one of the feeds is not.</param>
/// <param name="WhyNotFresh">In words; null when they are.</param>
internal sealed record DataCoverage(DateOnly? DataTo, bool IsFresh, string? WhyNotFresh)
{
    /// <param name="last">The last day of the last month reported; data that reach further count no further.</param>
    public static DataCoverage Of(KpiDefinition kpi, IReadOnlyDictionary<string, FeedState> feeds, DateOnly last)
    {
        var states = kpi.Feeds
            .Select(feed => feeds.GetValueOrDefault(feed) ?? new FeedState(feed, null, false, $"{feed} was never loaded"))
            .ToList();
        var reachesNothing = states.Count == 0 || states.Exists(state => state.DataTo is null);
        var dataTo = reachesNothing ? null : states.Min(state => state.DataTo);
        return new DataCoverage(
            dataTo > last ? last : dataTo,
            states.TrueForAll(state => state.IsFresh),
            states.Find(state => !state.IsFresh)?.Reason);
    }

    /// <summary>True when the data cover at least the month's first day.</summary>
    public bool Reaches(ReportingMonth month) => DataTo >= month.FirstDay;

    /// <summary>The days of a month that the data cover.</summary>
    public int CoveredDays(ReportingMonth month) =>
        DataTo is not { } end || end < month.FirstDay ? 0
        : end >= month.LastDay ? month.Days
        : end.Day;

    public bool IsPartial(Period period) => DataTo is not { } end || end < period.LastDay;

    /// <summary>A period that is covered to its end stays good, whatever has become of its feeds since.</summary>
    public bool IsStale(Period period) => !IsFresh && IsPartial(period);

    /// <summary>Why the end of a period that is not covered is missing.</summary>
    public string WhyPartial(Period period) => DataTo is not { } end
        ? IsFresh ? GreyReason.NothingLoaded : GreyReason.NotFresh(null, WhyNotFresh)
        : !IsFresh ? GreyReason.NotFresh(end, WhyNotFresh)
        : Reaches(period.LastMonth) || (Reaches(period.FirstMonth) && period.Kind != PeriodKind.Rolling12)
            ? GreyReason.PartPeriod(period.Kind, end)
            : GreyReason.NotYetPublished(end);
}
