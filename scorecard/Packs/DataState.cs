using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>How far the data behind a figure reach, in words.</summary>
/// <param name="NeedsCare">A reader must know it before using the figure.</param>
internal sealed record DataState(string Words, bool NeedsCare)
{
    /// <param name="now">The value of the page's month; null where none was computed.</param>
    /// <param name="shown">The value that the page shows: of its month, or of the last month with a figure.</param>
    public static DataState Of(KpiValue? now, KpiValue? shown, ReportingMonth month)
    {
        if (shown is null)
            return new DataState("no data", NeedsCare: true);

        var reach = now?.DataTo ?? shown.DataTo ?? shown.Period.LastDay;
        var day = PackText.ShortDay(reach);
        if (now is { IsStale: true })
            return new DataState($"stale: data to {day}", NeedsCare: true);

        return shown.IsPartial ? new DataState($"part month: data to {day}", NeedsCare: true)
            : shown.Period.LastMonth < month
                ? new DataState($"to {PackText.ShortDay(shown.Period.LastDay)} (latest published)", NeedsCare: false)
            : new DataState($"to {day}", NeedsCare: false);
    }
}
