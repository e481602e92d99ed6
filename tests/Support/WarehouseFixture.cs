using System.Globalization;
using System.Text.RegularExpressions;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Support;

/// <summary>A migrated warehouse in memory, with a folder that drawn batches land in.</summary>
internal sealed class WarehouseFixture : IDisposable
{
    private readonly TempFolder _folder = new();
    private TempFolder? _owned;
    private IReadOnlyList<string> _visitColumns = [];
    private int _batches;

    private WarehouseFixture(SqlCatalogue catalogue)
    {
        Catalogue = catalogue;
        Session = WarehouseSession.OpenInMemory(CancellationToken.None);
        Loader = new StarLoader(Session, catalogue, new TestTimeProvider());
    }

    public WarehouseSession Session { get; }

    public SqlCatalogue Catalogue { get; }

    public StarLoader Loader { get; }

    public BatchLedger Ledger => new(Session);

    /// <summary>The product's own star schema, with the three acute trusts of its configuration.</summary>
    /// <param name="more">Codes of further trusts.</param>
    public static WarehouseFixture OfProgram(params string[] more)
    {
        var fixture = new WarehouseFixture(SqlCatalogue.OfProgram());
        Migrator.Apply(fixture.Session, fixture.Catalogue);
        MartViews.Apply(fixture.Session, fixture.Catalogue);
        new OrganisationDimension(fixture.Session).Apply(
        [
            Provider("RJ1"), Provider("RJZ"), Provider("RJ2"), .. more.Select(Provider),
        ]);
        return fixture;
    }

    /// <summary>
    /// One fact, star.fact_visit, of one feed, visit, whose staged rows go into it as they are.
    /// </summary>
    /// <param name="columns">The fact's columns as in <c>create table</c>; the first is the key, and seen_date says the month.</param>
    /// <param name="tests">Data tests by name.</param>
    public static WarehouseFixture OfVisits(string columns, params (string Name, string Text)[] tests)
    {
        var names = string.Join(", ", Split(columns).Select(column => column[0]));
        var sql = new TempFolder();
        sql.Write("staging/stg_visit.sql", $"-- One row per visit.\nselect {names}\nfrom landing.visit");
        var newest = names.Contains("modified_at", StringComparison.Ordinal) ? "-- newest: modified_at\n" : string.Empty;
        sql.Write("facts/fact_visit.sql", $"-- feed: visit\n-- key: {names.Split(',')[0]}\n-- month: seen_date\n{newest}-- One row per visit.\nselect {names}\nfrom staging.stg_visit");
        Directory.CreateDirectory(sql["dimensions"]);
        Directory.CreateDirectory(sql["tests"]);
        foreach (var (name, text) in tests)
        {
            sql.Write($"tests/{name}.sql", text);
        }

        var fixture = new WarehouseFixture(new SqlCatalogue(sql.Path));
        fixture._owned = sql;
        fixture._visitColumns = names.Split(", ");
        Migrator.Apply(fixture.Session, SqlCatalogue.OfProgram());
        fixture.Session.Execute($"create table star.fact_visit ({columns}, batch_key integer not null)");
        return fixture;
    }

    /// <summary>Lands a drawn batch as Parquet; an empty cell is null, and '' an empty text.</summary>
    /// <param name="columns">The landed columns with their SQL types, as in <c>create table</c>; all text, as from a CSV file, if left out.</param>
    public LandedBatch Land(string feed, string drawing, string? columns = null, Func<BatchManifest, BatchManifest>? vary = null)
    {
        var rows = DrawnTable.Rows(drawing);
        var names = DrawnTable.Columns(drawing);
        var types = columns is null ? null : Split(columns).ToDictionary(column => column[0], column => column[1]);
        var select = string.Join(", ", names.Select(name => $"cast({name} as {types?[name] ?? "text"}) as {name}"));
        var values = rows.Count == 0
            ? $"select {string.Join(", ", names.Select(name => $"null as {name}"))} limit 0"
            : string.Join(" union all ", rows.Select(row => $"select {string.Join(", ", names.Select(name => $"{Literal(row[name])} as {name}"))}"));
        return Land(feed, $"select {select} from ({values})", vary);
    }

    /// <summary>Lands the rows of a query as one batch; columns of a visit that it leaves out have no values.</summary>
    public LandedBatch Land(string feed, string query, Func<BatchManifest, BatchManifest>? vary)
    {
        var batch = string.Create(CultureInfo.InvariantCulture, $"b{++_batches:000}");
        var directory = _folder[batch];
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, "part-001.parquet");
        Session.Execute($"copy ({Complete(query)}) to {SqlText.Literal(file)} (format parquet)");
        var rows = Session.Scalar<long>($"select count(*) from read_parquet({SqlText.Literal(file)})");
        using var reader = Session.OpenReader($"select * from read_parquet({SqlText.Literal(file)}) limit 0");
        var manifest = Some.Manifest(feed, batch) with
        {
            Rows = rows,
            Parts = [new LandedPart("part-001.parquet", rows, 0, string.Empty)],
            Columns = [.. LandingColumns.Of(reader).Select(column => new LandedColumn(column.Name, column.Type))],
        };
        return new LandedBatch(vary is null ? manifest : vary(manifest), directory);
    }

    public BatchOutcome Load(Contract contract, LandedBatch batch) => Loader.Load(contract, batch.Manifest, batch.Directory);

    /// <summary>A table's rows as texts, cells set apart by bars; nothing for null.</summary>
    public IReadOnlyList<string> Rows(string query) => Session.Texts(query);

    /// <summary>One number for all rows of a fact, whatever their order and whichever batch wrote them.</summary>
    public string HashOfFact(string fact) => Session.Query<string>(
        $"select coalesce(cast(sum(cast(hash(f) as hugeint)) as text), 'none') || ' over ' || count(*) from (select * exclude (batch_key) from star.{fact}) as f")[0];

    public void Dispose()
    {
        Session.Dispose();
        _folder.Dispose();
        _owned?.Dispose();
    }

    /// <summary>Name and type of each column; a comma within a type's brackets sets no columns apart.</summary>
    private static IEnumerable<string[]> Split(string columns) =>
        Regex.Split(columns, @",\s*(?![^(]*\))").Select(column => column.Split(' ', 2));

    private static OrganisationMember Provider(string code) => new(code, $"Trust {code}", code, "provider", "SEL", null, new DateOnly(2013, 4, 1), null);

    private string Complete(string query)
    {
        var given = Session.Query<string>($"select column_name from (describe {query})");
        return $"select *{string.Concat(_visitColumns.Except(given).Select(name => $", cast(null as text) as {name}"))} from ({query})";
    }

    private static string Literal(string cell) => cell switch
    {
        "" => "null",
        "''" => "''",
        _ => SqlText.Literal(cell),
    };
}

/// <summary>A batch that lies landed in a folder.</summary>
internal sealed record LandedBatch(BatchManifest Manifest, string Directory);
