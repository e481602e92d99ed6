namespace Stp.Scorecard.Groups;

/// <summary>Who decides: a clinical leadership group or a board, with the KPIs of its scorecard in their order.</summary>
/// <param name="Title">What its pages are headed with.</param>
/// <param name="Lead">The senior responsible officer's role, as the cover names it.</param>
public sealed record Group(string Id, string Title, string Lead, IReadOnlyList<string> Kpis);
