using System.Threading.Channels;

namespace Stp.Scorecard.Charts;

/// <summary>Draws many charts side by side, with as many workers as the machine has cores, up to a few: each holds memory of its own.</summary>
public sealed class ChartWorkers : IAsyncDisposable
{
    private const int Most = 4;

    private readonly IReadOnlyList<ChartWorker> _workers;
    private readonly Channel<ChartWorker> _free = Channel.CreateUnbounded<ChartWorker>();

    public ChartWorkers(ChartWorkerOptions options, TimeProvider time)
    {
        _workers = [.. Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, Most)).Select(_ => new ChartWorker(options, time))];
        foreach (var worker in _workers)
        {
            _free.Writer.TryWrite(worker);
        }
    }

    /// <summary>Returns when all are drawn, or the first has failed and those that had begun have ended.</summary>
    /// <exception cref="ChartException">A chart cannot be drawn, or Node.js is missing.</exception>
    public Task DrawAsync(IEnumerable<ChartRequest> requests, CancellationToken cancellation) => Parallel.ForEachAsync(
        requests,
        new ParallelOptions { MaxDegreeOfParallelism = _workers.Count, CancellationToken = cancellation },
        async (request, token) =>
        {
            var worker = await _free.Reader.ReadAsync(token);
            try
            {
                await worker.DrawAsync(request, token);
            }
            finally
            {
                _free.Writer.TryWrite(worker);
            }
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }
}
