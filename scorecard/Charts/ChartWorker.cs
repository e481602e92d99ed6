using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stp.Scorecard.Charts;

/// <summary>
/// Draws charts in one long-lived Node.js process, started with the first chart. Callers may overlap: their charts are drawn one after
/// another, so that a chart that hangs or crashes the process is the one that is named. A process that dies or runs over its time is
/// replaced and the chart tried once more.
/// </summary>
public sealed class ChartWorker(ChartWorkerOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int Attempts = 2;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private NodeProcess? _process;
    private long _lastId;

    /// <summary>The id of the running process; null before the first chart and after a failure.</summary>
    public int? ProcessId => _process?.Id;

    /// <exception cref="ChartException">The chart cannot be drawn, or Node.js is missing.</exception>
    public async Task DrawAsync(ChartRequest request, CancellationToken cancellation = default)
    {
        string? answer = null;
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; answer is null; attempt++)
            {
                answer = await TryAskAsync(request, attempt == Attempts, cancellation);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }

        ThrowIfRefused(answer);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _oneAtATime.Dispose();
    }

    /// <returns>The answer; null when the process died or ran over its time and there is another attempt.</returns>
    private async Task<string?> TryAskAsync(ChartRequest request, bool isLast, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        string? answer = null;
        var failure = $"not drawn within {options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds.";
        try
        {
            _process ??= await NodeProcess.StartAsync(options, either.Token);
            answer = await _process.AskAsync(Write(request, ++_lastId), either.Token);
            if (answer is null)
            {
                failure = $"the process that draws charts ended. {_process.LastErrors()}".TrimEnd();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It was the timer: the failure says so.
        }
        finally
        {
            if (answer is null)
            {
                // Without its answer nobody knows what the process still has to say.
                await StopAsync();
            }
        }

        return answer is null && isLast ? throw new ChartException($"Chart {request.Name}: {failure} Tried {Attempts} times.") : answer;
    }

    private static string Write(ChartRequest request, long id)
    {
        var drawing = request.Drawing;
        var line = new JsonObject
        {
            ["id"] = id,
            ["name"] = request.Name,
            ["width"] = drawing.Width,
            ["height"] = drawing.Height,
            ["scale"] = request.Scale,
            ["svgPath"] = request.SvgPath,
            ["pngPath"] = request.PngPath,
        };
        line[drawing.Form == DrawingForm.Option ? "option" : "svg"] =
            drawing.Form == DrawingForm.Option ? JsonNode.Parse(drawing.Text) : JsonValue.Create(drawing.Text);
        return line.ToJsonString();
    }

    private static void ThrowIfRefused(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.TryGetProperty("error", out var error))
        {
            throw new ChartException(error.GetString() ?? "The chart worker refused without a reason.");
        }
    }

    private async Task StopAsync()
    {
        var process = _process;
        _process = null;
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }
}
