using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A day as the engine holds it; its two extremes are the infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    private const int PositiveInfinity = int.MaxValue;
    private const int NegativeInfinity = -int.MaxValue;

    /// <summary>Days since 1 January 1970.</summary>
    public int Days { readonly get; set; }

    public readonly bool IsInfinity => Days is PositiveInfinity or NegativeInfinity;
}
