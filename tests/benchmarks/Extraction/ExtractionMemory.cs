using System.Diagnostics;
using System.Globalization;
using Stp.Warehouse.DuckDb;

namespace Stp.Benchmarks.Extraction;

/// <summary>Memory while a large feed is extracted: it has to stay where it is after the first parts, and below 1 GB.</summary>
internal static class ExtractionMemory
{
    private const long RowsPerPart = 1_000_000;

    public static void Run(long rows)
    {
        var directory = Directory.CreateTempSubdirectory("stp-benchmark-").FullName;
        try
        {
            using var source = new AttendanceSource(directory, rows);
            using var reader = source.OpenMadeUp();
            var watch = Stopwatch.StartNew();
            var parts = new ParquetPartWriter().Write(
                reader, AttendanceSource.LandedColumns(reader), Path.Combine(directory, "landing"), RowsPerPart, new PeakEveryPart());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{parts.Sum(part => part.Rows):#,0} rows in {parts.Count} parts, {watch.Elapsed.TotalSeconds:0} s"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private sealed class PeakEveryPart : IProgress<long>
    {
        private long parts;

        public void Report(long value)
        {
            if (value / RowsPerPart == parts)
                return;
            parts = value / RowsPerPart;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{value,12:#,0} rows  peak {process.PeakWorkingSet64 / 1048576.0:0} MB"));
        }
    }
}
