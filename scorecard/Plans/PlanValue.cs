namespace Stp.Scorecard.Plans;

/// <summary>What a plan says for one day: a number, or the words that stand where none is agreed yet.</summary>
/// <param name="Value">In the KPI's unit; null while it is not agreed.</param>
/// <param name="Words">How the plan puts it where there is no number: "TBC".</param>
/// <param name="Date">A target's due date, the last day of a baseline's period; null for the others.</param>
/// <param name="ChangeId">The change that put it in force.</param>
public sealed record PlanValue(decimal? Value, string Words, DateOnly? Date, string ChangeId);
