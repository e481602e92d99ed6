using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Warehouse.Loading;

/// <summary>
/// A landed batch laid open for loading: landing.&lt;feed&gt; shows the rows that keep the contract, one per key; staging.stg_&lt;feed&gt; shows
/// them renamed. Both are views over the Parquet parts in catalogues that live in memory, so nothing of them can reach a published file.
/// </summary>
internal sealed class StagedBatch
{
    private readonly WarehouseSession _session;
    private readonly Contract _contract;
    private readonly ContractSql _sql;
    private readonly string _checked;
    private readonly string _typed;
    private readonly IReadOnlyList<string> _parts;

    private StagedBatch(WarehouseSession session, Contract contract, BatchManifest batch, IReadOnlyList<string> files)
    {
        _session = session;
        _contract = contract;
        _sql = new ContractSql(contract, batch.Columns.ToDictionary(column => column.Name));
        _parts = [.. batch.Parts.Select(part => part.File)];
        _checked = $"landing.{SqlText.Identifier(contract.Feed + "__checked")}";
        session.Execute("attach if not exists ':memory:' as landing");
        session.Execute("attach if not exists ':memory:' as staging");
        _typed = $"landing.{SqlText.Identifier(contract.Feed + "__typed")}";
        session.Execute($"create or replace view {_checked} as {_sql.Checked(files)}");
        session.Execute($"create or replace view {_typed} as {_sql.Typed(files)}");
    }

    public long Rejected { get; private set; }

    public long Superseded { get; private set; }

    private string WithoutBroken => Rejected == 0 ? string.Empty : "anti join temp.broken using (landed_part, landed_row)";

    /// <summary>Opens the batch's parts; to be called outside a transaction, which can write to one catalogue only.</summary>
    public static StagedBatch Open(WarehouseSession session, Contract contract, BatchManifest batch, string directory, SqlCatalogue catalogue)
    {
        var files = batch.Parts.Select(part => Path.Combine(directory, part.File)).ToList();
        var staged = new StagedBatch(session, contract, batch, files);
        staged.FindBroken();
        staged.FindSuperseded();
        staged.ShowKept(catalogue);
        return staged;
    }

    /// <summary>Writes one reject per broken rule of each row; one of the same row and rule from an earlier batch gives way to it.</summary>
    public void InsertRejects(int batchKey)
    {
        if (Rejected == 0)
        {
            return;
        }

        for (var index = 0; index < _sql.Rules.Count; index++)
        {
            var rule = _sql.Rules[index];
            _session.Execute(
                $"""
                delete from ops.reject
                where feed = $Feed
                  and column_name = $Column
                  and rule = $Rule
                  and row_key in (select {_sql.RowKey()} from broken where {ContractSql.Breaks(index)})
                """,
                new { _contract.Feed, rule.Column, rule.Rule });
            var shown = rule.ShownValue is null ? "cast(null as text)" : $"shown_{index}";
            _session.Execute(
                $"""
                insert into ops.reject
                select $batchKey, $Feed, {_sql.RowKey()}, [{SqlText.Literals(_parts)}][landed_part + 1], landed_row, $Column, $Rule, $Reason, {shown}
                from broken
                where {ContractSql.Breaks(index)}
                order by landed_part, landed_row
                """,
                new { batchKey, _contract.Feed, rule.Column, rule.Rule, rule.Reason });
        }
    }

    /// <summary>
    /// The rows that break the contract, which are few, are held apart: each rule then looks at them alone, and later passes over the
    /// batch leave them out by their places, without asking every rule again.
    /// </summary>
    private void FindBroken()
    {
        _session.Execute($"create or replace temp table broken as select * from {_checked} where {_sql.IsBroken}");
        Rejected = _session.Scalar<long>("select count(*) from broken");
    }

    /// <summary>Of the rows that share a key the newest is kept; the places of the others are noted.</summary>
    private void FindSuperseded()
    {
        var key = SqlText.Identifiers(_contract.Key);
        var newest = _contract.NewestBy is { } column ? $"{SqlText.Identifier(column)} desc nulls last, " : string.Empty;
        _session.Execute(
            $"""
            create or replace temp table superseded as
            with repeated as (
                select {key}
                from {_typed} {WithoutBroken}
                group by {key}
                having count(*) > 1
            ),

            ranked as (
                select
                    landed_part,
                    landed_row,
                    row_number() over (partition by {key} order by {newest}landed_part desc, landed_row desc) as place
                from {_typed} {WithoutBroken}
                semi join repeated using ({key})
            )

            select landed_part, landed_row
            from ranked
            where place > 1
            """);
        Superseded = _session.Scalar<long>("select count(*) from superseded");
    }

    private void ShowKept(SqlCatalogue catalogue)
    {
        var names = SqlText.Identifiers(_contract.Columns.Select(column => column.Name));
        var withoutSuperseded = Superseded == 0 ? string.Empty : "anti join temp.superseded using (landed_part, landed_row)";
        _session.Execute(
            $"""
            create or replace view landing.{SqlText.Identifier(_contract.Feed)} as
            select {names}
            from {_typed} {WithoutBroken} {withoutSuperseded}
            """);
        var staging = catalogue.Named("staging", $"stg_{_contract.Feed}");
        _session.Execute($"create or replace view staging.{SqlText.Identifier(staging.Name)} as {staging.Text}");
    }
}
