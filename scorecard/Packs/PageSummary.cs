using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>The two sentences on top of a scorecard page, made from its numbers; they say nothing about causes.</summary>
/// <param name="NeedsAttention">Reds of the partnership, worst first, each with the member furthest behind; then reds of members alone.</param>
/// <param name="GoingWell">The greens of the partnership, best first.</param>
public sealed record PageSummary(string NeedsAttention, string GoingWell)
{
    /// <summary>A sentence names this many KPIs and counts the others.</summary>
    private const int Named = 3;

    /// <param name="partnership">The partnership's code.</param>
    /// <param name="kpis">Those of the page.</param>
    /// <param name="month">The month that the page is about; a KPI whose figure is not published yet speaks for its last month.</param>
    public static PageSummary Of(
        string partnership,
        IReadOnlyList<KpiDefinition> kpis,
        IReadOnlyList<Organisation> organisations,
        KpiValueIndex values,
        ReportingMonth month)
    {
        var rows = kpis.Select(kpi => PageSummaryRow.Of(kpi, partnership, organisations, values, month)).ToList();

        var red = rows
            .Where(row => row.Own?.Status == RagStatus.Red)
            .OrderBy(row => PageSummaryRow.DistanceOf(row.Own!))
            .Select(row => row.Red);
        var redMembers = rows
            .Where(row => row.Own?.Status != RagStatus.Red && row.WorstRed is not null)
            .OrderBy(row => PageSummaryRow.DistanceOf(row.WorstRed!.Value.Value))
            .Select(row => row.RedMember);
        var green = rows
            .Where(row => row.Own?.Status == RagStatus.Green)
            .OrderByDescending(row => PageSummaryRow.DistanceOf(row.Own!))
            .Select(row => row.Green);

        return new PageSummary(
            Sentence([.. red, .. redMembers], "No KPI is red", rows),
            Sentence([.. green], "No KPI is at plan or better", rows));
    }

    private static string Sentence(List<string> items, string none, List<PageSummaryRow> rows)
    {
        if (items.Count > 0)
        {
            var rest = items.Count > Named ? $"; and {items.Count - Named} more" : string.Empty;
            return $"{string.Join("; ", items.Take(Named))}{rest}.";
        }

        var unjudged = rows.Count(row => row.Own is null or { Status: RagStatus.Grey });
        return unjudged == rows.Count ? "Nothing can be judged: no KPI has both a plan and fresh data."
            : unjudged > 0 ? $"{none}; {unjudged} of {rows.Count} cannot be judged."
            : $"{none}.";
    }
}
