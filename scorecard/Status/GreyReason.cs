using System.Globalization;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Status;

/// <summary>Why a value is not judged, in the words that stand on a page.</summary>
public static class GreyReason
{
    public const string NoData = "No data";

    public const string NothingLoaded = "No data loaded";

    public const string NoDirection = "No direction is better";

    public const string ZeroDenominator = "Nothing to divide by: the denominator is 0";

    public const string InOpenBand = "Lies beyond the bands that are counted";

    public const string NotTwelveMonths = "Fewer than 12 months of data";

    /// <summary>A plan for a count says what one month should bring, and is not compared with the sum of several.</summary>
    public const string PlanIsMonthly = "The plan is for single months";

    /// <param name="words">How the plan puts it where it has no number; null or empty where there is no plan at all.</param>
    public static string NoPlan(string? words) => string.IsNullOrEmpty(words) ? "No plan" : $"Plan not agreed: {words}";

    public static string NotYetPublished(DateOnly dataTo) => $"Not yet published: data to {Day(dataTo)}";

    /// <param name="feedReason">Why the feed is not fresh.</param>
    public static string NotFresh(DateOnly? dataTo, string? feedReason)
    {
        var reach = dataTo is { } day ? $"data to {Day(day)}" : "nothing loaded";
        var why = string.IsNullOrWhiteSpace(feedReason) ? string.Empty : $"{feedReason.Trim().TrimEnd('.')}; ";
        return $"No fresh data: {why}{reach}";
    }

    public static string PartPeriod(PeriodKind kind, DateOnly dataTo)
    {
        var name = kind switch
        {
            PeriodKind.Month => "month",
            PeriodKind.Quarter => "quarter",
            _ => "period",
        };
        return $"Part {name}: data to {Day(dataTo)}";
    }

    public static string NoDataFor(IReadOnlyList<ReportingMonth> months) => $"No data for {Listed([.. months.Select(m => m.ToWords())])}";

    /// <param name="members">Short names of those whose data are missing from a sum.</param>
    public static string Without(IReadOnlyList<string> members, IReadOnlyList<ReportingMonth> months) =>
        $"Without {Listed(members)}: no data for {Listed([.. months.Select(m => m.ToWords())])}";

    /// <summary>A day as a board reads it: 12 December 2018.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{names[0]} and {names.Count - 1} more",
    };
}
