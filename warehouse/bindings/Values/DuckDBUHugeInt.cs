using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>An unsigned whole number of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt
{
    /// <exception cref="OverflowException">The number is below zero or needs more than 128 bits.</exception>
    public DuckDBUHugeInt(BigInteger value)
    {
        var number = (UInt128)value;
        Lower = unchecked((ulong)number);
        Upper = (ulong)(number >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = UInt128.MinValue;

    public static BigInteger HugeIntMaxValue { get; } = UInt128.MaxValue;

    public ulong Lower { get; }

    public ulong Upper { get; }

    public UInt128 ToUInt128() => new(Upper, Lower);

    public BigInteger ToBigInteger() => ToUInt128();
}
