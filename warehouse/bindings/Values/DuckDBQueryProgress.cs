using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>How far a running statement has come.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    /// <summary>From 0 to 100; -1 where the engine cannot say.</summary>
    public double Percentage { get; }

    public ulong RowsProcessed { get; }

    public ulong TotalRowsToProcess { get; }
}
