using System.Data.Common;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Reads a data reader row by row into chunks; no chunk spans two parts.</summary>
internal sealed class ChunkReader
{
    private readonly DbDataReader reader;
    private readonly ChunkLayout layout;
    private readonly ColumnFiller[] fillers;
    private readonly long rowsPerPart;
    private long rowsLeftInPart;
    private bool hasEnded;

    /// <exception cref="LandingValueException">A column cannot be taken from this reader.</exception>
    public ChunkReader(DbDataReader reader, IReadOnlyList<LandingColumn> columns, ChunkLayout layout, long rowsPerPart)
    {
        this.reader = reader;
        this.layout = layout;
        this.rowsPerPart = rowsPerPart;
        rowsLeftInPart = rowsPerPart;
        fillers = columns.Select(column => ColumnFillers.For(column, reader)).ToArray();
    }

    /// <summary>The next rows; null after the last one.</summary>
    /// <exception cref="LandingValueException">A value does not fit its column.</exception>
    public FilledChunk? Next(CancellationToken cancellation)
    {
        if (hasEnded)
            return null;
        var chunk = layout.NewChunk();
        try
        {
            for (var column = 0; column < fillers.Length; column++)
                fillers[column].Begin(DataChunks.DuckDBDataChunkGetVector(chunk, column));
            var rows = Fill((int)Math.Min(ChunkLayout.Capacity, rowsLeftInPart), cancellation);
            if (rows == 0)
            {
                chunk.Dispose();
                return null;
            }

            DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
            rowsLeftInPart -= rows;
            var endsPart = rowsLeftInPart == 0;
            if (endsPart)
                rowsLeftInPart = rowsPerPart;
            return new FilledChunk(chunk, rows, endsPart);
        }
        catch
        {
            chunk.Dispose();
            throw;
        }
    }

    private int Fill(int limit, CancellationToken cancellation)
    {
        var column = 0;
        try
        {
            for (var row = 0; row < limit; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                hasEnded = !reader.Read();
                if (hasEnded)
                    return row;
                for (column = 0; column < fillers.Length; column++)
                    fillers[column].Fill(reader, row);
            }

            return limit;
        }
        catch (UnfitValueException unfit)
        {
            throw new LandingValueException(layout.Names[column], unfit.Message);
        }
    }
}
