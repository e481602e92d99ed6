using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Warehouse.Loading;

/// <summary>
/// Brings a staged batch into one fact table. A row that is there already, exactly so, is left alone; so a batch loaded twice changes
/// nothing, and an overlap that is read again costs no more than looking.
/// </summary>
internal sealed class FactLoader(WarehouseSession session, SqlFile fact)
{
    private readonly string _table = $"star.{SqlText.Identifier(fact.Name)}";
    private readonly string _date = SqlText.Identifier(fact.Required("month"));
    /// <summary>The columns whose values, together, a batch holds whole: what a provider returns for a month. Null where it holds rows alone.</summary>
    private readonly string? _whole = fact.Optional("replaces") is { } columns
        ? SqlText.Identifiers(columns.Split(',').Select(column => column.Trim()))
        : null;

    private readonly IReadOnlyList<string> _key = [.. fact.Required("key").Split(',').Select(column => column.Trim())];

    /// <summary>Inserts what is new, replaces what changed, and deletes what the batch should hold and does not.</summary>
    public FactChange Load(int batchKey, Replaces replaces)
    {
        var change = IsEmpty() ? LoadEmpty(batchKey) : Merge(batchKey, replaces);
        NoteMonths(batchKey);
        return change;
    }

    private bool IsEmpty() => session.Scalar<long>($"select count(*) from (select 1 from {_table} limit 1)") == 0;

    private FactChange LoadEmpty(int batchKey)
    {
        var inserted = session.Execute(
            $"insert into {_table} by name select *, cast($batchKey as integer) as batch_key from ({fact.Text})", new { batchKey });
        return new FactChange(0, inserted, 0, 0, 0, 0);
    }

    private FactChange Merge(int batchKey, Replaces replaces)
    {
        var key = SqlText.Identifiers(_key);
        session.Execute($"create or replace temp table incoming as {fact.Text}");
        session.Execute(
            $"""
            create or replace temp table changed as
            select * from incoming
            except
            select f.* exclude (batch_key) from {_table} as f semi join incoming using ({key})
            """);
        var older = replaces == Replaces.Everything ? 0 : RemoveOlder();
        var scope = replaces switch
        {
            Replaces.Rows => _whole is null ? null : Held(_whole),
            Replaces.Dates => Held(_date),
            _ => "true",
        };
        var before = scope is null ? 0 : session.Scalar<long>($"select count(*) from {_table} as f where {scope}");
        var rows = session.Scalar<long>("select count(*) from incoming");
        var deleted = scope is null ? 0 : session.Execute(
            $"delete from {_table} as f where {scope} and not exists (select 1 from incoming as i where {SameKey("i", "f")})");
        var updated = session.Execute($"delete from {_table} as f using changed as c where {SameKey("c", "f")}");
        var written = session.Execute(
            $"insert into {_table} by name select *, cast($batchKey as integer) as batch_key from changed", new { batchKey });
        session.Execute("drop table incoming; drop table changed");
        return new FactChange(before, written - updated, updated, rows - written - older, deleted, older);
    }

    /// <summary>True for a row of the fact whose values in these columns the batch holds.</summary>
    private static string Held(string columns) => $"({columns}) in (select ({columns}) from incoming)";

    /// <summary>A version of a row that is older than the one there, from a batch that comes late, changes nothing.</summary>
    private long RemoveOlder() => fact.Optional("newest") is not { } newest ? 0 : session.Execute(
        $"delete from changed as c using {_table} as f where {SameKey("c", "f")} and f.{SqlText.Identifier(newest)} > c.{SqlText.Identifier(newest)}");

    private string SameKey(string left, string right) => string.Join(" and ", _key.Select(column =>
        $"{left}.{SqlText.Identifier(column)} = {right}.{SqlText.Identifier(column)}"));

    private void NoteMonths(int batchKey) => session.Execute(
        $"""
        insert into ops.batch_month
        select $batchKey, $Name, cast(date_trunc('month', {_date}) as date), count(*)
        from {_table}
        where batch_key = $batchKey
        group by all
        """,
        new { batchKey, fact.Name });
}

/// <summary>What of a fact a batch stands for: rows there that it does not hold are gone from the source.</summary>
internal enum Replaces
{
    /// <summary>Its own rows, by key; and whatever the fact's file says that a batch holds whole.</summary>
    Rows,

    /// <summary>Every date that it holds a row of: a census.</summary>
    Dates,

    /// <summary>The whole fact.</summary>
    Everything,
}

/// <summary>Rows of one fact table: those before the batch that it could delete, and those that it inserted, updated, found unchanged, deleted, and left out as older.</summary>
internal sealed record FactChange(long Before, long Inserted, long Updated, long Unchanged, long Deleted, long Older);
