using System.Data.Common;
using DuckDB.NET.Data;
using Stp.Warehouse.DuckDb;

namespace Stp.Benchmarks.Extraction;

/// <summary>A source to extract from: made-up attendances out of a DuckDB file, read by one thread as a server's rows would arrive.</summary>
internal sealed class AttendanceSource : IDisposable
{
    private const int NhsNumber = 1;

    private static readonly string Rows = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Extraction", "ae_attendance.sql"));

    private readonly DuckDBConnection connection;
    private readonly long rows;

    public AttendanceSource(string directory, long rows)
    {
        this.rows = rows;
        connection = new DuckDBConnection($"DataSource={Path.Combine(directory, "source.duckdb")};threads=1;memory_limit=256MB");
        connection.Open();
    }

    /// <summary>Stores the rows, so that reading them costs what reading a table costs.</summary>
    public void Store()
    {
        using var command = Command($"create table ae_attendance as {Rows}");
        command.Parameters.Add(new DuckDBParameter("rows", rows));
        command.ExecuteNonQuery();
    }

    public DbDataReader OpenStored()
    {
        using var command = Command("from ae_attendance");
        return command.ExecuteReader();
    }

    /// <summary>The same rows, made up while they are read: any number of them without a disk.</summary>
    public DbDataReader OpenMadeUp()
    {
        using var command = Command(Rows);
        command.Parameters.Add(new DuckDBParameter("rows", rows));
        return command.ExecuteReader();
    }

    /// <summary>The reader's columns, with the NHS number replaced by a pseudonym that is computed from it.</summary>
    public static IReadOnlyList<LandingColumn> LandedColumns(DbDataReader reader) => LandingColumns.Of(reader)
        .Select(column => column.Ordinal == NhsNumber ? LandingColumn.Uuid("patient_pseudonym", Pseudonym) : column)
        .ToList();

    /// <summary>Stands for a keyed pseudonym at next to no cost, so that it is the road that is measured.</summary>
    public static Guid? Pseudonym(DbDataReader row) =>
        row.IsDBNull(NhsNumber) ? null : new Guid((int)(row.GetInt64(NhsNumber) % int.MaxValue), 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);

    public void Dispose() => connection.Dispose();

    private DuckDBCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = sql;
        return command;
    }
}
