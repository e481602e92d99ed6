using System.Globalization;
using Stp.Benchmarks.Extraction;
using Stp.Benchmarks.Load;

// Programs that report ratios; run them built for release: dotnet run -c Release --project tests/benchmarks -- extraction [rows]
switch (args)
{
    case ["extraction"]:
        ExtractionBenchmark.Run(3_000_000);
        return 0;
    case ["extraction", var rows] when long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        ExtractionBenchmark.Run(count);
        return 0;
    case ["extraction-memory"]:
        ExtractionMemory.Run(20_000_000);
        return 0;
    case ["load", var config, var data]:
        LoadBenchmark.Run(config, data);
        return 0;
    default:
        Console.Error.WriteLine("Usage: stp-benchmarks extraction [rows] | extraction-memory | load CONFIG DATA");
        return 2;
}
