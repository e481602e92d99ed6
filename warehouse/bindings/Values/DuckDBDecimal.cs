using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A decimal as the engine takes it: an unscaled number with its precision and scale.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;

    public byte Scale { get; } = scale;

    public DuckDBHugeInt Value { get; } = value;
}
