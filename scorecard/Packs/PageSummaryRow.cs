using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>One KPI of the page: the partnership's value and those of its members.</summary>
/// <param name="Name">What the sentences call it: its title, with its month where that is not the page's.</param>
internal sealed record PageSummaryRow(
    KpiDefinition Kpi, string Name, KpiValue? Own, IReadOnlyList<(Organisation Member, KpiValue Value)> Members)
{
    /// <summary>A return is out within this many months of the month it covers, or it is stale.</summary>
    private const int LongestLag = 12;

    public string Green => $"{Name}: {Headline.ValueAndDistance(Kpi, Own!)}";

    public string Red => Green + (FurthestBehind is { } member
        ? $", largest gap at {member.Member.ShortName} ({ValueFormat.Value(member.Value.Value, Kpi.Unit)})"
        : string.Empty);

    public string RedMember =>
        $"{Name} at {WorstRed!.Value.Member.ShortName}: {Headline.ValueAndDistance(Kpi, WorstRed.Value.Value)}";

    public (Organisation Member, KpiValue Value)? WorstRed =>
        Worst(Members.Where(member => member.Value.Status == RagStatus.Red), DistanceOf);

    /// <summary>
    /// The member that most of the partnership's gap lies at: its own distance from plan (from the partnership's, where a ratio has
    /// no plan of its own) times what it is a share of, so that a large trust a little behind counts for more than a small one far behind.
    /// </summary>
    private (Organisation Member, KpiValue Value)? FurthestBehind =>
        Worst(Members.Where(member => Gap(member.Value) < 0), value => Gap(value)!.Value);

    public static PageSummaryRow Of(
        KpiDefinition kpi, string partnership, IReadOnlyList<Organisation> organisations, KpiValueIndex values, ReportingMonth month)
    {
        var own = LatestPublished(kpi, partnership, values, month);
        var period = own?.Period ?? new Period(PeriodKind.Month, month);
        var name = period.LastMonth == month ? kpi.Title : $"{kpi.Title} ({period.LastMonth.ToWords()})";
        var level = kpi.Basis == Basis.Provider ? Level.Provider : Level.Ccg;
        var members = organisations
            .Where(organisation => organisation.Parent == partnership && organisation.Level == level)
            .DistinctBy(organisation => organisation.OdsCode)
            .Select(organisation => (Member: organisation, Value: values.Find(kpi.Id, level, organisation.OdsCode, period)))
            .Where(member => member.Value is not null)
            .Select(member => (member.Member, member.Value!));
        return new PageSummaryRow(kpi, name, own, [.. members]);
    }

    /// <summary>The page's month; where its figure is not published yet, and nothing is stale, the last month that is.</summary>
    private static KpiValue? LatestPublished(KpiDefinition kpi, string partnership, KpiValueIndex values, ReportingMonth month)
    {
        var own = Find(month);
        return own is null or { Value: null, IsStale: false }
            ? ReportingMonth.Range(month.PlusMonths(-LongestLag), month).Reverse().Select(Find).FirstOrDefault(value => value?.Value is not null) ?? own
            : own;

        KpiValue? Find(ReportingMonth each) => values.Find(kpi.Id, Level.Partnership, partnership, new Period(PeriodKind.Month, each));
    }

    /// <summary>Distance from plan in tolerances (in plans, without one), so that KPIs of different units can be put in order.</summary>
    public static decimal DistanceOf(KpiValue value)
    {
        var scale = value.Tolerance is > 0 ? value.Tolerance.Value : Math.Abs(value.Plan ?? 0);
        return (value.Variance ?? 0) / (scale == 0 ? 1 : scale);
    }

    private decimal? Gap(KpiValue member) =>
        (member.Variance ?? (Kpi.Denominator is null ? null : StatusRule.Variance(member.Value, Own!.Plan, Kpi.Direction)))
        * (member.Denominator ?? 1);

    private static (Organisation Member, KpiValue Value)? Worst(
        IEnumerable<(Organisation Member, KpiValue Value)> members, Func<KpiValue, decimal> distance)
    {
        var inOrder = members.OrderBy(member => distance(member.Value)).ToList();
        return inOrder.Count == 0 ? null : inOrder[0];
    }
}
