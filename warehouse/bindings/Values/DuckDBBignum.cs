using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A whole number of any length: its magnitude, most significant byte first, and its sign.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(nint data, ulong size, byte isNegative)
{
    public nint Data { get; } = data;

    /// <summary>Bytes at <see cref="Data"/>.</summary>
    public ulong Size { get; } = size;

    /// <summary>1 for a number below zero, else 0.</summary>
    public byte IsNegative { get; } = isNegative;
}
