using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Tests.EndToEnd;

/// <summary>The facts of a warehouse as one text: equal texts, equal facts, whatever order and batches they came in.</summary>
internal static class Facts
{
    /// <summary>
    /// Organisations count by their codes, since keys are given in the order of arrival; pseudonyms by whether there is
    /// one, since every sample has a key of its own.
    /// </summary>
    /// <param name="without">A condition on the rows of a fact that are left out, by fact.</param>
    public static string HashOf(WarehouseSession session, IReadOnlyDictionary<string, string>? without = null)
    {
        session.Execute("set variable ods_codes = (select map_from_entries(list((organisation_key, ods_code))) from star.dim_organisation)");
        return string.Join("; ", SqlCatalogue.OfProgram().In("facts").Select(fact => fact.Name).Distinct()
            .Select(fact => $"{fact}: {HashOf(session, fact, without?.GetValueOrDefault(fact))}"));
    }

    private static string HashOf(WarehouseSession session, string fact, string? without)
    {
        var columns = session.Query<string>(
            "select column_name from duckdb_columns() where database_name = current_database() and schema_name = 'star' and table_name = $fact and column_name <> 'batch_key' order by column_index",
            new { fact });
        var compared = columns.Select(column =>
            IsOrganisation(column) ? $"getvariable('ods_codes')[{column}] as {column}"
            : column.EndsWith("_pseudonym", StringComparison.Ordinal) ? $"{column} is null as {column}"
            : column);
        return session.Scalar<string>(
            $"""
            select count(*) || ' rows ' || coalesce(cast(bit_xor(md5_number(cast(f as text))) as text), '')
            from (select {string.Join(", ", compared)} from star.{fact} where not coalesce({without ?? "false"}, false)) as f
            """);
    }

    private static bool IsOrganisation(string column) => column is "organisation_key" or "commissioner_key" || column.EndsWith("provider_key", StringComparison.Ordinal);
}
