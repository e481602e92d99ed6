using System.Data.Common;
using System.Globalization;
using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;
using Stp.Warehouse.DuckDb.Chunks;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// The bulk road from any data reader into Parquet files of a bounded number of rows. The calling thread reads rows into DuckDB's own
/// chunks while another has DuckDB encode and write them; memory stays the same however many rows there are, and the rows keep their
/// order. Nothing but the parts touches a disk.
/// </summary>
/// <param name="memoryLimitMegabytes">What DuckDB may use, which is mostly one row group before and after it is encoded.</param>
public sealed class ParquetPartWriter(int memoryLimitMegabytes = 512)
{
    // Version 2's encodings (differences of numbers, bytes of a column side by side) made files a third smaller, a quarter faster to write
    // and no slower to read than version 1's.
    // A row group ends at 122,880 rows or at so many bytes, so that wide rows take no more memory than narrow ones.
    private const string Format = "format parquet, compression zstd, parquet_version v2, row_group_size_bytes '64MB'";

    private const int ChunksPerReport = 32;

    // One thread encodes beside the one that reads. The rows keep their order because it is one; DuckDB must not insist on it, or it
    // ignores the bytes of a row group.
    private readonly string settings = string.Create(
        CultureInfo.InvariantCulture,
        $"DataSource=:memory:;threads=1;preserve_insertion_order=false;memory_limit={memoryLimitMegabytes}MB;temp_directory=");

    /// <summary>
    /// Writes all rows into part-001.parquet, part-002.parquet and so on in the directory, which is created if need be; each part but
    /// the last has <paramref name="rowsPerPart"/> rows. No rows at all leave one part with the columns and no row.
    /// </summary>
    /// <param name="rows">Told now and then, and at the end, how many rows were read so far.</param>
    /// <param name="cancellation">Stops both sides at the next row; a reader that waits for its server has to be cancelled by its owner.</param>
    /// <returns>The parts in their order.</returns>
    /// <remarks>After an exception the directory holds finished parts and perhaps a broken one: the caller throws it away.</remarks>
    /// <exception cref="LandingValueException">A column cannot be taken from the reader, or a value does not fit it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<ParquetPart> Write(
        DbDataReader reader,
        IReadOnlyList<LandingColumn> columns,
        string directory,
        long rowsPerPart,
        IProgress<long>? rows = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerPart, 1);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        Directory.CreateDirectory(directory);

        using var layout = new ChunkLayout(columns);
        var source = new ChunkReader(reader, columns, layout, rowsPerPart);
        using var sides = new TwoSides(cancellation);
        using var queue = new ChunkQueue(sides.Stop);
        IReadOnlyList<ParquetPart> parts = [];
        var encoding = Task.Factory.StartNew(
            () => sides.Run(() => parts = Encode(layout, queue, Path.GetFullPath(directory), sides.Stop)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        sides.Run(() => Read(source, queue, rows, sides.Stop));
        encoding.Wait(CancellationToken.None);
        sides.ThrowIfFailed();
        return parts;
    }

    private static void Read(ChunkReader source, ChunkQueue queue, IProgress<long>? progress, CancellationToken stop)
    {
        long rows = 0;
        var chunks = 0;
        while (source.Next(stop) is { } chunk)
        {
            rows += chunk.Rows;
            queue.Add(chunk);
            if (++chunks % ChunksPerReport == 0)
                progress?.Report(rows);
        }

        queue.Complete();
        progress?.Report(rows);
    }

    /// <summary>The encoding side alone: all chunks of the queue into parts.</summary>
    internal IReadOnlyList<ParquetPart> Encode(ChunkLayout layout, ChunkQueue queue, string directory, CancellationToken stop)
    {
        using var function = new ChunkFunction(layout, queue);
        using var connection = new DuckDBConnection(settings);
        connection.Open();
        function.Register(connection.NativeConnection);
        using var interrupt = stop.Register(connection.NativeConnection.Interrupt);
        var parts = new List<ParquetPart>();
        do
            parts.Add(EncodePart(connection, function, directory, parts.Count + 1));
        while (queue.HasNext());
        return parts;
    }

    private static ParquetPart EncodePart(DuckDBConnection connection, ChunkFunction function, string directory, int number)
    {
        var fileName = string.Create(CultureInfo.InvariantCulture, $"part-{number:000}.parquet");
        var path = Path.Combine(directory, fileName);
        function.BeginPart();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy (from {ChunkFunction.Name}()) to {SqlText.Literal(path)} ({Format})";
        long written;
        try
        {
            written = command.ExecuteNonQuery();
        }
        catch (DuckDBException) when (function.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }

        if (written != function.Rows)
            throw new InvalidDataException($"{fileName} was given {function.Rows} rows and holds {written}.");
        return new ParquetPart(fileName, written, new FileInfo(path).Length);
    }
}
