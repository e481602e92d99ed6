namespace Stp.Warehouse.Loading;

/// <summary>One check of a contract as SQL.</summary>
/// <param name="Column">The column it is about; <c>row</c> for a rule over the whole row.</param>
/// <param name="Rule">type, required, allowed, minimum, maximum, or the rule's own name.</param>
/// <param name="Reason">What a reject says.</param>
/// <param name="BrokenWhen">True for a row that breaks it; null and false keep it.</param>
/// <param name="ShownValue">SQL for the value that a reject shows; null where it must not be shown.</param>
public sealed record ContractRule(string Column, string Rule, string Reason, string BrokenWhen, string? ShownValue);
