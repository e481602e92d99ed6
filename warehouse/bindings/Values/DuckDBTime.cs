using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A time of day as the engine holds it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    /// <summary>Microseconds since midnight.</summary>
    public long Micros { readonly get; set; }
}
