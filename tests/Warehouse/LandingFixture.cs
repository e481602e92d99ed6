using DuckDB.NET.Data;
using Stp.Tests.Warehouse.Bindings;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Warehouse;

/// <summary>A source database, a directory to land its rows in, and the comparison of both.</summary>
public abstract class LandingFixture
{
    /// <summary>Where the files land: deleted after the test.</summary>
    protected string LandingDirectory { get; private set; } = "";

    /// <summary>The database that the test extracts from, and reads what landed with.</summary>
    protected DuckDBConnection Source { get; private set; } = null!;

    [SetUp]
    public void OpenSource()
    {
        // An apostrophe and a space, so that every path in every test has to be quoted.
        LandingDirectory = Path.Combine(Path.GetTempPath(), $"stp {Environment.ProcessId} St Thomas' {TestContext.CurrentContext.Test.ID}");
        Source = InMemory.Open();
    }

    [TearDown]
    public void DeleteFiles()
    {
        Source.Dispose();
        if (Directory.Exists(LandingDirectory))
            Directory.Delete(LandingDirectory, recursive: true);
    }

    protected IReadOnlyList<ParquetPart> Land(
        string query,
        IReadOnlyList<LandingColumn>? columns = null,
        long rowsPerPart = 1_000_000,
        IProgress<long>? rows = null,
        CancellationToken cancellation = default)
    {
        using var reader = Query(Source, query);
        columns ??= LandingColumns.Of(reader);
        return new ParquetPartWriter().Write(reader, columns, LandingDirectory, rowsPerPart, rows, cancellation);
    }

    protected static DuckDBDataReader Query(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    /// <summary>Rows, counted with their repetitions, that the landed files and the query do not share.</summary>
    protected long DifferencesFrom(string query) => Source.Scalar<long>(
        $"select count(*) from (({Landed()} except all ({query})) union all (({query}) except all {Landed()}))");

    protected string Landed() => $"select * from {Files("*.parquet")}";

    /// <summary>The landed files that the pattern fits, as SQL's from clause names them.</summary>
    protected string Files(string pattern) =>
        $"read_parquet('{Path.Combine(LandingDirectory, pattern).Replace("'", "''", StringComparison.Ordinal)}')";

    protected string PathOf(ParquetPart part) => Path.Combine(LandingDirectory, part.FileName);

    protected sealed class Count(Action<long>? seen = null) : IProgress<long>
    {
        public long Latest { get; private set; }

        public void Report(long value)
        {
            Latest = value;
            seen?.Invoke(value);
        }
    }
}
