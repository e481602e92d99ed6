using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>Where one row of a list column has its elements in the child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    public ulong Offset { get; } = offset;

    public ulong Length { get; } = length;
}
