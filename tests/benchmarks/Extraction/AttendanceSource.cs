using System.Data.Common;
using DuckDB.NET.Data;
using Stp.Warehouse.DuckDb;

namespace Stp.Benchmarks.Extraction;

/// <summary>A source to extract from: a DuckDB file of made-up attendances, read by one thread as a server's rows would arrive.</summary>
internal sealed class AttendanceSource : IDisposable
{
    private const string Columns = """
        attendance_id, nhs_number, provider_code, site_code, arrived_at, assessed_at, treated_at, departed_at, arrival_mode, disposal,
        referral_source, diagnosis_code, treatment_code, investigations, practice_code, ccg_code, age_band, is_ambulance, tariff_gbp, row_version
        """;

    private const int NhsNumber = 1;

    private readonly DuckDBConnection connection;

    public AttendanceSource(string directory, long rows)
    {
        connection = new DuckDBConnection($"DataSource={Path.Combine(directory, "source.duckdb")};threads=1;memory_limit=256MB");
        connection.Open();
        using var command = connection.CreateCommand();
        var select = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Extraction", "ae_attendance.sql"));
        command.CommandText = $"create table ae_attendance as {select}";
        command.Parameters.Add(new DuckDBParameter("rows", rows));
        command.ExecuteNonQuery();
    }

    public DbDataReader Open()
    {
        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"select {Columns} from ae_attendance";
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
}
