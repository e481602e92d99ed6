using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A time of day with its offset from UTC.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeTz(DuckDBTimeOnly time, int offset)
{
    public DuckDBTimeOnly Time { get; } = time;

    /// <summary>Seconds east of Greenwich.</summary>
    public int Offset { get; } = offset;
}
