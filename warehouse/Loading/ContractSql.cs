using System.Globalization;
using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Loading;

/// <summary>
/// A contract as SQL over landed rows. Every rule is one bit, so one pass finds each row's broken rules: a value that does not cast
/// is a broken rule of its row, never an error of the statement.
/// </summary>
public sealed class ContractSql
{
    /// <summary>Bits of a bigint that are used: the sign bit and one more stay free.</summary>
    private const int BitsPerMask = 62;

    private readonly Contract _contract;
    private readonly IReadOnlyDictionary<string, LandedColumn> _landed;

    /// <param name="landed">How each column landed: one that landed as the contract asks for cannot fail to cast.</param>
    public ContractSql(Contract contract, IReadOnlyDictionary<string, LandedColumn> landed)
    {
        _contract = contract;
        _landed = landed;
        Rules = [.. contract.Columns.SelectMany(RulesOf), .. contract.RowRules.Select(RowRule)];
    }

    /// <summary>In the order of their bits.</summary>
    public IReadOnlyList<ContractRule> Rules { get; }

    private int Masks => Math.Max(1, (Rules.Count + BitsPerMask - 1) / BitsPerMask);

    /// <summary>True for a row that breaks any rule.</summary>
    public string IsBroken => string.Join(" or ", Enumerable.Range(0, Masks).Select(mask => $"broken_{mask} <> 0"));

    /// <summary>
    /// Selects every landed row in its contract's types, with where it stands (landed_part counts the files from 0) and which rules
    /// it breaks.
    /// </summary>
    /// <param name="files">The Parquet parts of a batch.</param>
    public string Checked(IReadOnlyList<string> files)
    {
        var columns = string.Join(",\n        ", _contract.Columns.Select(column =>
            $"{Value(column)} as {SqlText.Identifier(column.Name)},\n        {Raw(column)} as {SqlText.Identifier(RawName(column))}"));
        var masks = string.Join(",\n    ", Enumerable.Range(0, Masks).Select(mask => $"{MaskSum(mask)} as broken_{mask}"));
        var names = SqlText.Identifiers(_contract.Columns.Select(column => column.Name));
        var shown = string.Concat(Rules
            .Select((rule, index) => rule.ShownValue is null ? string.Empty : $",\n    {rule.ShownValue} as shown_{Text(index)}"));
        return $"""
            with typed as (
                select
                    cast(file_index as bigint) as landed_part,
                    file_row_number as landed_row,
                    {columns}
                from read_parquet([{SqlText.Files(files)}])
            )

            select
                landed_part,
                landed_row,
                {names},
                {masks}{shown}
            from typed
            """;
    }

    /// <summary>Selects every landed row in its contract's types, with where it stands; whether it breaks a rule is not asked.</summary>
    public string Typed(IReadOnlyList<string> files)
    {
        var columns = string.Join(",\n    ", _contract.Columns.Select(column => $"{Value(column)} as {SqlText.Identifier(column.Name)}"));
        return $"""
            select
                cast(file_index as bigint) as landed_part,
                file_row_number as landed_row,
                {columns}
            from read_parquet([{SqlText.Files(files)}])
            """;
    }

    /// <summary>True for a row that breaks the rule of this index.</summary>
    public static string Breaks(int index) => $"(broken_{Text(index / BitsPerMask)} & {Bit(index)}) <> 0";

    /// <summary>A text that names the row: AttendanceId=123. Of a personal column it names no value.</summary>
    public string RowKey() => string.Join(" || ', ' || ", _contract.Key.Select(column => IsPersonal(column)
        ? $"'{column}=(personal)'"
        : $"'{column}=' || coalesce(cast({SqlText.Identifier(column)} as text), 'null')"));

    private static string Bit(int index) => (1L << (index % BitsPerMask)).ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string MaskSum(int mask)
    {
        var bits = Rules
            .Select((rule, index) => (rule, index))
            .Where(item => item.index / BitsPerMask == mask)
            .Select(item => $"case when {item.rule.BrokenWhen} then cast({Bit(item.index)} as bigint) else 0 end")
            .ToList();
        return bits.Count == 0 ? "cast(0 as bigint)" : string.Join("\n        | ", bits);
    }

    private static string RawName(ContractColumn column) => column.Name + " landed";

    /// <summary>The landed value, an empty text being none.</summary>
    private static string Raw(ContractColumn column) =>
        $"nullif(trim(cast({SqlText.Identifier(column.Name)} as text)), '')";

    private static string TypeName(ContractColumn column) => column.Type.SqlName(column.Precision, column.Scale);

    private static string Value(ContractColumn column)
    {
        var name = SqlText.Identifier(column.Name);
        var cast = column switch
        {
            { Type: LandingType.Text, IsCode: true } => $"nullif(upper(trim(cast({name} as text))), '')",
            { Type: LandingType.Text } => $"nullif(trim(cast({name} as text)), '')",
            { Type: LandingType.Blob } => name,
            _ => $"try_cast({name} as {TypeName(column)})",
        };
        if (column.NullWhen.Count == 0)
        {
            return cast;
        }

        var sentinels = string.Join(", ", column.NullWhen.Select(value => Typed(column, value)));
        return $"case when {cast} in ({sentinels}) then null else {cast} end";
    }

    private static string Typed(ContractColumn column, string value) =>
        $"cast({SqlText.Literal(value)} as {TypeName(column)})";

    private IEnumerable<ContractRule> RulesOf(ContractColumn column)
    {
        var value = SqlText.Identifier(column.Name);
        var raw = SqlText.Identifier(RawName(column));
        var shown = column.IsPersonal ? null : $"left({raw}, 100)";
        var castFails = CanFailToCast(column) ? $"({raw} is not null and ({CastFails(column, raw)}))" : null;
        if (castFails is not null)
        {
            yield return new(column.Name, "type", $"is no {TypeName(column)}", castFails, shown);
        }

        if (column.IsRequired)
        {
            var missing = castFails is null ? $"{value} is null" : $"({value} is null and not {castFails})";
            yield return new(column.Name, "required", "has no value", missing, shown);
        }

        if (column.Allowed.Count > 0)
        {
            var allowed = string.Join(", ", column.Allowed.Select(word => Typed(column, word)));
            yield return new(column.Name, "allowed", $"is none of {string.Join(", ", column.Allowed)}", $"{value} not in ({allowed})", shown);
        }

        if (column.Pattern is { } pattern)
        {
            yield return new(
                column.Name, "pattern", $"is not of the form {pattern}", $"not regexp_full_match({value}, {SqlText.Literal(pattern)})", shown);
        }

        if (column.Minimum is { } minimum)
        {
            yield return new(column.Name, "minimum", $"is below {minimum}", $"{value} < {Typed(column, minimum)}", shown);
        }

        if (column.Maximum is { } maximum)
        {
            yield return new(column.Name, "maximum", $"is above {maximum}", $"{value} > {Typed(column, maximum)}", shown);
        }
    }

    /// <summary>A cast to a whole number would round a fraction away without a word: 1.5 is none.</summary>
    private static string CastFails(ContractColumn column, string raw)
    {
        var cast = $"try_cast({raw} as {TypeName(column)})";
        return column.Type is LandingType.Integer or LandingType.BigInt
            // Only a text with a point or an exponent can be rounded on its way to a whole number; looking is much faster than casting.
            ? $"{cast} is null or (regexp_matches({raw}, '[.eE]') and try_cast({raw} as decimal(38, 10)) <> {cast})"
            : $"{cast} is null";
    }

    private bool IsPersonal(string name) => _contract.Columns.Any(column => column.Name == name && column.IsPersonal);

    /// <summary>A decimal may have landed with more digits than the contract has now.</summary>
    private bool CanFailToCast(ContractColumn column)
    {
        var landed = _landed[column.Name];
        return landed.Type != column.Type
            || (column.Type == LandingType.Decimal && (landed.Precision, landed.Scale) != (column.Precision, column.Scale));
    }

    private static ContractRule RowRule(ContractRowRule rule) =>
        new("row", rule.Name, $"breaks the rule {rule.Name}", $"not ({rule.Sql})", null);
}
