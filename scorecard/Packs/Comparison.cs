using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>What the organisations of one KPI look like side by side.</summary>
internal static class Comparison
{
    /// <summary><c>1 of 3 is at plan or better in December 2018; King's is furthest behind, at 76.1%</c></summary>
    public static string Message(PackSources sources, KpiDefinition kpi, IReadOnlyList<Organisation> members, ReportingMonth month)
    {
        var values = members
            .Select(member => (Name: member.ShortName, Value: sources.MonthOf(kpi, PackSources.MemberLevel(kpi), member.OdsCode, month)!))
            .Where(member => member.Value?.Value is not null)
            .OrderBy(member => member.Value.Value)
            .ToList();
        if (values.Count == 0)
            return $"{kpi.Title}: no organisation has a figure for {month.ToWords()}";

        var judged = values.Where(member => member.Value.Status != RagStatus.Grey).OrderBy(member => member.Value.Variance).ToList();
        if (judged.Count == 0)
            return values.Count == 1 ? Said(values[0]) : $"From {Said(values[0])} to {Said(values[^1])} in {month.ToWords()}";

        var good = judged.Count(member => member.Value.Status == RagStatus.Green);
        var count = (good, judged.Count) switch
        {
            (0, > 1) => $"None of {judged.Count} is",
            ( > 1, _) when good == judged.Count => $"All {good} are",
            _ => $"{good} of {judged.Count} {(good == 1 ? "is" : "are")}",
        };
        var last = judged[0];
        var behind = good == judged.Count ? string.Empty
            : $"; {last.Name} is furthest behind, at {ValueFormat.InWords(last.Value.Value!.Value, kpi)}";
        return $"{count} at plan or better in {month.ToWords()}{behind}";

        string Said((string Name, KpiValue Value) member) => $"{ValueFormat.InWords(member.Value.Value!.Value, kpi)} ({member.Name})";
    }
}
