namespace Stp.Scorecard.Packs;

/// <summary>One KPI of a pack: its row on the scorecard, and the charts that the group wants of it.</summary>
/// <param name="Row">Its row on the scorecard, with the partnership's trend as a sparkline.</param>
/// <param name="Own">The chart of the partnership; null where the group wants none.</param>
/// <param name="Compared">The organisations that stand side by side; empty where the group wants no such chart, or none has figures.</param>
/// <param name="Members">The chart of each organisation that has figures; empty where the group wants none.</param>
/// <param name="ComparisonMessage">What the organisations say side by side.</param>
/// <param name="ComparisonSubtitle">What is compared, its unit and the period.</param>
public sealed record PackSection(
    ScorecardRow Row,
    Trend? Own,
    IReadOnlyList<Trend> Compared,
    IReadOnlyList<Trend> Members,
    string ComparisonMessage,
    string ComparisonSubtitle);
