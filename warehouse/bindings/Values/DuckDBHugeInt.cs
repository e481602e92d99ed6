using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A signed whole number of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <exception cref="OverflowException">The number needs more than 128 bits.</exception>
    public DuckDBHugeInt(BigInteger value)
    {
        var number = (Int128)value;
        Lower = unchecked((ulong)number);
        Upper = (long)(number >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = Int128.MinValue;

    public static BigInteger HugeIntMaxValue { get; } = Int128.MaxValue;

    public ulong Lower { get; }

    public long Upper { get; }

    public Int128 ToInt128() => new(unchecked((ulong)Upper), Lower);

    public BigInteger ToBigInteger() => ToInt128();
}
