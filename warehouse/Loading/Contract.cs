using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Loading;

/// <summary>What a feed's rows must keep to be loaded: types, rules per column, rules over the row.</summary>
/// <param name="Key">The landed columns that name a row.</param>
/// <param name="IsCensus">A batch replaces each date that it holds, whole, and leaves other dates alone.</param>
/// <param name="NewestBy">The landed column whose greatest value decides between rows of one key; null where the later row of the batch wins.</param>
public sealed record Contract(
    string Feed,
    IReadOnlyList<string> Key,
    string? NewestBy,
    bool IsCensus,
    decimal RejectShareLimit,
    IReadOnlyList<ContractColumn> Columns,
    IReadOnlyList<ContractRowRule> RowRules);

/// <summary>One landed column: the type it is cast to and the rules on its value.</summary>
/// <param name="IsCode">Trimmed and upper-cased before the rules look at it.</param>
/// <param name="NullWhen">Values, in the column's type, that mean no value.</param>
/// <param name="Minimum">Least value, inside, in the column's type.</param>
/// <param name="Maximum">Greatest value, inside, in the column's type.</param>
/// <param name="Pattern">The form of the whole value of a text, as a regular expression that DuckDB knows (RE2).</param>
/// <param name="IsPersonal">Its value is never written to a reject.</param>
public sealed record ContractColumn(
    string Name,
    LandingType Type,
    int Precision,
    int Scale,
    bool IsRequired,
    bool IsCode,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<string> NullWhen,
    string? Minimum,
    string? Maximum,
    string? Pattern,
    bool IsPersonal);

/// <summary>A rule over the whole row: an SQL condition on landed columns that must not be false.</summary>
public sealed record ContractRowRule(string Name, string Sql);
