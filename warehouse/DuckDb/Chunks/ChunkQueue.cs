using System.Collections.Concurrent;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>
/// Chunks on their way from the thread that reads to the one that encodes: few enough to bound the memory, enough that neither waits
/// for the other's moods. Both sides stop waiting, with <see cref="OperationCanceledException"/>, as soon as the token says so.
/// </summary>
internal sealed class ChunkQueue(CancellationToken stop, int capacity = ChunkQueue.Capacity) : IDisposable
{
    /// <summary>While DuckDB writes out a row group it takes nothing; so many chunks, of 2,048 rows each, keep the reader going.</summary>
    private const int Capacity = 64;

    private readonly BlockingCollection<FilledChunk> chunks = new(capacity);
    private FilledChunk? next;

    public void Add(FilledChunk chunk)
    {
        try
        {
            chunks.Add(chunk, stop);
        }
        catch
        {
            chunk.Dispose();
            throw;
        }
    }

    /// <summary>No more will be added.</summary>
    public void Complete() => chunks.CompleteAdding();

    /// <summary>Waits until there is a chunk to take, or there will be none.</summary>
    public bool HasNext() => next is not null || chunks.TryTake(out next, Timeout.Infinite, stop);

    /// <summary>The next chunk, waiting for it; null when all are taken.</summary>
    public FilledChunk? Take()
    {
        var taken = HasNext() ? next : null;
        next = null;
        return taken;
    }

    public void Dispose()
    {
        next?.Dispose();
        while (chunks.TryTake(out var left))
            left.Dispose();
        chunks.Dispose();
    }
}
