using Stp.Warehouse.DuckDb;

namespace Stp.Benchmarks.Load;

/// <summary>Whether our load and the one by hand came to the same: facts column by column, KPI values within 1e-12.</summary>
internal static class LoadComparison
{
    /// <exception cref="InvalidOperationException">They did not.</exception>
    public static void StopAtDifferences(string ours, string byHand)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach {SqlText.Literal(ours)} as ours (read_only); attach {SqlText.Literal(byHand)} as hand (read_only)");
        var faults = session.Query<string>("select table_name from duckdb_tables() where database_name = 'ours' and schema_name = 'star' and table_name like 'fact_%' order by all")
            .Select(fact => FaultOfFact(session, fact))
            .Append(FaultOfKpis(session))
            .OfType<string>()
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"The two loads differ, so the comparison of their times would mean nothing: {string.Join("; ", faults)}.");
        }
    }

    /// <summary>Organisations count by their codes: keys are given in the order in which each load met them.</summary>
    private static string? FaultOfFact(WarehouseSession session, string fact)
    {
        var columns = Columns(session, "ours", fact).Where(column => column != "batch_key").ToList();
        var missing = columns.Except(Columns(session, "hand", fact)).ToList();
        if (missing.Count > 0)
        {
            return $"{fact} by hand lacks {string.Join(", ", missing)}";
        }

        var (one, other) = (Content(session, $"ours.star.{fact}", "ours.star.dim_organisation", columns), Content(session, $"hand.{fact}", "hand.dim_organisation", columns));
        return one == other ? null : $"{fact} is {one} with us and {other} by hand";
    }

    private static IReadOnlyList<string> Columns(WarehouseSession session, string database, string table) => session.Query<string>(
        "select column_name from duckdb_columns() where database_name = $database and table_name = $table order by column_index", new { database, table });

    private static string Content(WarehouseSession session, string table, string organisations, IEnumerable<string> columns)
    {
        session.Execute($"set variable ods_codes = (select map_from_entries(list((organisation_key, ods_code))) from {organisations} where organisation_key <> 0)");
        var compared = columns.Select(column => column is "organisation_key" or "commissioner_key" || column.EndsWith("provider_key", StringComparison.Ordinal)
            ? $"getvariable('ods_codes')[{column}]"
            : column);
        return session.Query<string>($"select count(*) || ' rows ' || bit_xor(hash({string.Join(", ", compared)})) from {table}")[0];
    }

    private static string? FaultOfKpis(WarehouseSession session)
    {
        var differing = session.Query<string>(
            """
            select o.kpi || ' ' || o.ods_code || ' ' || o.period_kind || ' ' || o.period_end_date || ': ' || o.value || ' with us, ' || coalesce(cast(h.value as text), 'none') || ' by hand'
            from ours.scorecard.kpi_value as o
            left join hand.kpi_value as h
                on h.kpi = o.kpi and h.level = o.level and h.ods_code = o.ods_code and h.period_kind = o.period_kind
                and h.last_month = date_trunc('month', o.period_end_date)
            where o.value is not null
              and (h.value is null or abs(o.value - h.value) > 1e-12 * greatest(1, abs(o.value)))
            order by all
            """);
        return differing.Count == 0 ? null : $"{differing.Count} KPI values differ, such as {differing[0]}";
    }
}
