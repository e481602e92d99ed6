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
            Line($"ceiling when both overlap {Math.Max(read, encoded),6:0.00} s   ours reaches {Math.Max(read, encoded) / ours:0%} of it");
            Line($"one after the other       {read + encoded,6:0.00} s   ours runs at {(read + encoded) / ours:0%} of that speed");
            Line($"peak memory of the process, source included: {peak / 1048576.0:0} MB; landed: {bytes / 1048576.0:0} MB");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static double Extract(AttendanceSource source, string landing)
    {
        using var reader = source.OpenStored();
        var watch = Stopwatch.StartNew();
        new ParquetPartWriter().Write(reader, AttendanceSource.LandedColumns(reader), landing, RowsPerPart);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Drain(AttendanceSource source)
    {
        using var reader = source.OpenStored();
        var watch = Stopwatch.StartNew();
        Extraction.Drain.Rows(reader, AttendanceSource.LandedColumns(reader));
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The same chunks in the same order, read beforehand, through the same table function, settings and parts.</summary>
    private static double Encode(AttendanceSource source, string landing)
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
        var watch = Stopwatch.StartNew();
        new ParquetPartWriter().Encode(layout, queue, landing, CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Best(Func<double> seconds) => Enumerable.Range(0, Repeats).Min(_ => seconds());

    private static void Report(string what, long rows, double seconds) => Line($"{what,-40} {seconds,6:0.00} s  {rows / seconds,11:#,0} rows/s");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
