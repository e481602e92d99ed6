using System.Diagnostics;
using System.Globalization;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.DuckDb.Chunks;

namespace Stp.Benchmarks.Extraction;

/// <summary>
/// How much of what the machine allows does extraction reach? The two things that it cannot avoid are measured alone: reading the
/// rows through the reader's typed getters, and encoding the same values, ready in memory as DuckDB chunks, into Parquet. On two cores
/// they overlap, so the ceiling is the slower of them; done one after the other they would take the sum.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int Repeats = 3;
    private const long RowsPerPart = 1_000_000;

    public static void Run(long rows)
    {
        var directory = Directory.CreateTempSubdirectory("stp-benchmark-").FullName;
        try
        {
            using var source = new AttendanceSource(directory, rows);
            source.Store();
            var landing = Path.Combine(directory, "landing");

            // First, because the chunks that the second measurement keeps ready would hide the memory that extraction needs.
            var ours = Best(() => Extract(source, landing));
            var peak = Process.GetCurrentProcess().PeakWorkingSet64;
            var bytes = new DirectoryInfo(landing).EnumerateFiles().Sum(file => file.Length);
            var read = Best(() => Drain(source));
            var encoded = Best(() => Encode(source, landing));

            Report("reader drained through typed getters", rows, read);
            Report("chunks encoded, no reader", rows, encoded);
            Report("ParquetPartWriter", rows, ours);
            var slower = Math.Max(read.Seconds, encoded.Seconds);
            var sum = read.Seconds + encoded.Seconds;
            Line($"ceiling when both overlap {slower,6:0.00} s   ours reaches {slower / ours.Seconds:0%} of it");
            Line($"one after the other       {sum,6:0.00} s   ours runs at {sum / ours.Seconds:0%} of that speed");
            Line($"peak memory of the process, source included: {peak / 1048576.0:0} MB; landed: {bytes / 1048576.0:0} MB");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Cost Extract(AttendanceSource source, string landing)
    {
        using var reader = source.OpenStored();
        var clock = Clock.Start();
        new ParquetPartWriter().Write(reader, AttendanceSource.LandedColumns(reader), landing, RowsPerPart);
        return clock.Stop();
    }

    private static Cost Drain(AttendanceSource source)
    {
        using var reader = source.OpenStored();
        var clock = Clock.Start();
        Extraction.Drain.Rows(reader, AttendanceSource.LandedColumns(reader));
        return clock.Stop();
    }

    /// <summary>The same chunks in the same order, read beforehand, through the same table function, settings and parts.</summary>
    private static Cost Encode(AttendanceSource source, string landing)
    {
        using var reader = source.OpenStored();
        var columns = AttendanceSource.LandedColumns(reader);
        using var layout = new ChunkLayout(columns);
        var chunks = new ChunkReader(reader, columns, layout, RowsPerPart);
        var ready = new List<FilledChunk>();
        while (chunks.Next(CancellationToken.None) is { } chunk)
            ready.Add(chunk);

        using var queue = new ChunkQueue(CancellationToken.None, ready.Count + 1);
        foreach (var chunk in ready)
            queue.Add(chunk);
        queue.Complete();
        var clock = Clock.Start();
        new ParquetPartWriter().Encode(layout, queue, landing, CancellationToken.None);
        return clock.Stop();
    }

    /// <summary>The quickest of several runs: whatever else the machine does can only slow one down.</summary>
    private static Cost Best(Func<Cost> measure) => Enumerable.Range(0, Repeats).Select(_ => measure()).MinBy(cost => cost.Seconds)!;

    private static void Report(string what, long rows, Cost cost) =>
        Line($"{what,-40} {cost.Seconds,6:0.00} s  {rows / cost.Seconds,11:#,0} rows/s  {cost.ProcessorSeconds,6:0.00} s of processors");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
