using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A point in time as the engine holds it; its two extremes are the infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    private const long PositiveInfinity = long.MaxValue;
    private const long NegativeInfinity = -long.MaxValue;

    /// <summary>
    /// Microseconds since 1 January 1970, midnight; seconds, milliseconds or nanoseconds where the column is of one of those types.
    /// </summary>
    public long Micros { readonly get; set; }

    public readonly bool IsInfinity => Micros is PositiveInfinity or NegativeInfinity;
}
