using System.Data.Common;
using System.Globalization;
using Dapper;
using DuckDB.NET.Data;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// One open connection to DuckDB with bounded memory. Everything that Stp asks of DuckDB goes through it, so cancellation and limits
/// are decided in one place. Not for use by two threads at once.
/// </summary>
public sealed class WarehouseSession : IDisposable
{
    /// <summary>DuckDB's own share of the process's gigabyte; beyond it, it spills to the temporary directory.</summary>
    private const int MemoryLimitMegabytes = 448;

    /// <summary>What a session that waits keeps of the pages that it has read.</summary>
    private const int IdleMegabytes = 64;

    private readonly DuckDBConnection _connection;
    private readonly CancellationToken _cancellation;
    private string? _ownSpill;

    private WarehouseSession(DuckDBConnection connection, string description, CancellationToken cancellation)
    {
        _connection = connection;
        _cancellation = cancellation;
        Description = description;
    }

    /// <summary>The path of the file, or <c>:memory:</c>.</summary>
    public string Description { get; }

    /// <summary>Opens a file for writing, making it when it is missing. The folder of the file also takes what DuckDB spills.</summary>
    /// <exception cref="WarehouseException">The file cannot be opened: damaged, locked by another process, or not writable.</exception>
    public static WarehouseSession OpenWritable(string file, CancellationToken cancellation) =>
        Open(file, "READ_WRITE", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "spill"), cancellation);

    /// <summary>Opens a file that is never written, such as a published snapshot: takes no lock that keeps another reader out.</summary>
    /// <exception cref="WarehouseException">The file cannot be opened.</exception>
    public static WarehouseSession OpenReadOnly(string file, CancellationToken cancellation)
    {
        // Beside a published file nothing may be written: what a large query spills goes to a folder that only this user can read.
        var spill = Directory.CreateTempSubdirectory("stp-spill-").FullName;
        try
        {
            var session = Open(file, "READ_ONLY", spill, cancellation);
            session._ownSpill = spill;
            return session;
        }
        catch
        {
            Directory.Delete(spill, recursive: true);
            throw;
        }
    }

    /// <summary>Opens a database without a file. It never spills: sources are read through it, and what they hold may be personal.</summary>
    public static WarehouseSession OpenInMemory(CancellationToken cancellation) =>
        Open(":memory:", "READ_WRITE", string.Empty, cancellation);

    /// <summary>Runs statements that return nothing; parameters are the properties of an anonymous object, written <c>$name</c>.</summary>
    /// <returns>The rows changed by the last statement.</returns>
    public long Execute(string sql, object? parameters = null) => Guard(sql, () =>
        _connection.Execute(Command(sql, parameters)));

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => Guard(sql, () =>
        _connection.Query<T>(Command(sql, parameters)).AsList());

    public T Scalar<T>(string sql, object? parameters = null) => Guard(sql, () =>
        _connection.ExecuteScalar<T>(Command(sql, parameters))!);

    /// <summary>Opens a reader that streams: rows are computed as they are read, so memory does not grow with their number.</summary>
    public DbDataReader OpenReader(string sql, IReadOnlyDictionary<string, object>? parameters = null) => Guard(sql, () =>
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        foreach (var (name, value) in parameters ?? new Dictionary<string, object>())
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        return command.ExecuteReader();
    });

    /// <summary>Adds rows in bulk; each row holds the table's columns in their order.</summary>
    /// <param name="schema">Null for a temporary table.</param>
    public void Append(string? schema, string table, IEnumerable<IReadOnlyList<object?>> rows) => Guard($"append to {table}", () =>
    {
        using var appender = schema is null ? _connection.CreateAppender(table) : _connection.CreateAppender(schema, table);
        foreach (var row in rows)
        {
            var line = appender.CreateRow();
            foreach (var value in row)
            {
                AppendValue(line, value);
            }

            line.EndRow();
        }

        return 0;
    });

    /// <summary>Does all of the work, or none of it.</summary>
    public void InTransaction(Action work)
    {
        Execute("begin transaction");
        try
        {
            work();
            Execute("commit");
        }
        catch
        {
            TryRollback();
            throw;
        }
    }

    /// <summary>From now on statements reach no file but those that are open already, neither to read nor to write.</summary>
    public void ForbidFiles() => Execute("set enable_external_access = false; set lock_configuration = true");

    /// <summary>Gives the pages that it keeps in memory back, for the time that others need it more.</summary>
    public void ReleaseMemory()
    {
        try
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"set memory_limit = '{IdleMegabytes}MB'"));
        }
        catch (WarehouseException)
        {
            // What it holds cannot be let go now: it stays.
        }
        finally
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"set memory_limit = '{MemoryLimitMegabytes}MB'"));
        }
    }

    /// <summary>Stops the statement that is running, from another thread; its reader then throws.</summary>
    public void Interrupt() => _connection.NativeConnection.Interrupt();

    public void Dispose()
    {
        _connection.Dispose();
        if (_ownSpill is { } spill && Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    private static WarehouseSession Open(string file, string accessMode, string spill, CancellationToken cancellation)
    {
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"Data Source={file};access_mode={accessMode};memory_limit={MemoryLimitMegabytes}MB;temp_directory={spill};preserve_insertion_order=false");
        var connection = new DuckDBConnection(file == ":memory:" ? settings.Replace("access_mode=READ_WRITE;", string.Empty, StringComparison.Ordinal) : settings);
        try
        {
            connection.Open();
        }
        catch (Exception fault) when (fault is DuckDBException or DbException)
        {
            connection.Dispose();
            throw new WarehouseException($"The warehouse file {file} cannot be opened: {DuckDbMessage.Shown(fault.Message)}", fault);
        }

        return new WarehouseSession(connection, file, cancellation);
    }

    private static void AppendValue(IDuckDBAppenderRow row, object? value)
    {
        switch (value)
        {
            case null: row.AppendNullValue(); break;
            case string text: row.AppendValue(text); break;
            case bool flag: row.AppendValue(flag); break;
            case short number: row.AppendValue(number); break;
            case int number: row.AppendValue(number); break;
            case long number: row.AppendValue(number); break;
            case double number: row.AppendValue(number); break;
            case decimal number: row.AppendValue(number); break;
            case DateOnly date: row.AppendValue((DateOnly?)date); break;
            case DateTime time: row.AppendValue((DateTime?)time); break;
            default: throw new ArgumentException($"No column takes a {value.GetType().Name}.", nameof(value));
        }
    }

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, cancellationToken: _cancellation);

    private T Guard<T>(string sql, Func<T> work)
    {
        _cancellation.ThrowIfCancellationRequested();
        using var interruption = _cancellation.Register(Interrupt);
        try
        {
            return work();
        }
        catch (DuckDBException) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
        catch (DuckDBException fault)
        {
            throw new WarehouseException($"{DuckDbMessage.Shown(fault.Message)} (in: {SqlTitle.Of(sql)})", fault);
        }
    }


    private void TryRollback()
    {
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "rollback";
            command.ExecuteNonQuery();
        }
        catch (DuckDBException)
        {
            // An error inside DuckDB can end the transaction by itself; the first error is the one worth telling.
        }
    }
}
