using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A time of day with its offset, packed into one number.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    /// <summary>Microseconds since midnight in the upper 40 bits, the offset in the lower 24.</summary>
    public ulong Bits { readonly get; set; }
}
