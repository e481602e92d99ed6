using System.Runtime.ExceptionServices;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>
/// Two threads that work towards one end: when either fails, or the caller cancels, both are told to stop, and only what came first
/// is reported, as it was thrown. What the other side says on its way out is a consequence.
/// </summary>
internal sealed class TwoSides(CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private ExceptionDispatchInfo? first;

    public CancellationToken Stop => stop.Token;

    /// <summary>Runs one side; what it throws is thrown again by <see cref="ThrowIfFailed"/>, on the caller's thread.</summary>
    public void Run(Action side)
    {
        try
        {
            side();
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(failure), null);
            stop.Cancel();
        }
    }

    /// <summary>To be called when both sides have ended.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled before either side failed.</exception>
    public void ThrowIfFailed()
    {
        if (first is null)
            return;
        cancellation.ThrowIfCancellationRequested();
        first.Throw();
    }

    public void Dispose() => stop.Dispose();
}
