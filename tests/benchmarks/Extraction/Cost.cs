using System.Diagnostics;

namespace Stp.Benchmarks.Extraction;

/// <summary>What a measured piece of work took: by the clock, and of all processors together, which other programs disturb less.</summary>
internal sealed record Cost(double Seconds, double ProcessorSeconds);

/// <summary>Measures from its start to its stop.</summary>
internal sealed class Clock
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan processorsAtStart = Processors();

    public static Clock Start() => new();

    public Cost Stop() => new(watch.Elapsed.TotalSeconds, (Processors() - processorsAtStart).TotalSeconds);

    private static TimeSpan Processors()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
