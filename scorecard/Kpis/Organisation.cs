namespace Stp.Scorecard.Kpis;

/// <summary>One validity of one organisation, a line of config/organisations.csv.</summary>
/// <param name="OdsCode">The national code; the partnership itself has a code of its own choosing.</param>
/// <param name="ShortName">What charts and titles call it: King's.</param>
/// <param name="Level">What it is to the partnership; null for a neighbour that only appears in data.</param>
/// <param name="Parent">The code of the partnership that it belongs to; null for a neighbour.</param>
/// <param name="Successor">The code of the organisation that it became part of.</param>
/// <param name="ValidTo">The last day, inside; null while it exists.</param>
public sealed record Organisation(
    string OdsCode,
    string Name,
    string ShortName,
    Level? Level,
    string? Parent,
    string? Successor,
    DateOnly ValidFrom,
    DateOnly? ValidTo);
