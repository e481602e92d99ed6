namespace Stp.Scorecard.Packs;

/// <summary>One KPI of a pack.</summary>
/// <param name="Row">Its row on the scorecard, with the partnership's trend.</param>
/// <param name="Members">The trend of each organisation that has figures.</param>
/// <param name="ComparisonMessage">What the organisations say side by side.</param>
/// <param name="ComparisonSubtitle">What is compared, its unit and the period.</param>
public sealed record PackSection(ScorecardRow Row, IReadOnlyList<Trend> Members, string ComparisonMessage, string ComparisonSubtitle);
