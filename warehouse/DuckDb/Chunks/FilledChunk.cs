using DuckDB.NET.Native;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Rows in DuckDB's own memory, ready to be handed over; whoever takes it disposes of it.</summary>
internal sealed record FilledChunk(DuckDBDataChunk Chunk, int Rows, bool EndsPart) : IDisposable
{
    public void Dispose() => Chunk.Dispose();
}
