namespace Stp.Scorecard.Groups;

/// <summary>The charts that a pack may have of each of its KPIs.</summary>
public enum GroupCharts
{
    /// <summary>The partnership against its plan.</summary>
    Partnership,

    /// <summary>The organisations side by side, on one axis.</summary>
    ByOrganisation,

    /// <summary>Each organisation against its own plan.</summary>
    EachOrganisation,
}

/// <summary>Who decides: a clinical leadership group or a board, with the KPIs of its scorecard in their order.</summary>
/// <param name="Title">What its pages are headed with.</param>
/// <param name="Lead">The senior responsible officer's role, as the cover names it.</param>
/// <param name="Charts">What is drawn of each KPI, besides its row on the scorecard.</param>
public sealed record Group(string Id, string Title, string Lead, IReadOnlyList<string> Kpis, IReadOnlyList<GroupCharts> Charts)
{
    public static readonly IReadOnlyList<GroupCharts> AllCharts = Enum.GetValues<GroupCharts>();
}
