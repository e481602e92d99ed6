using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A time of day as hour, minute, second and microsecond.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeOnly(byte hour, byte min, byte sec, int microsecond = 0)
{
    public byte Hour { get; } = hour;

    public byte Min { get; } = min;

    public byte Sec { get; } = sec;

    public int Microsecond { get; } = microsecond;

    /// <summary>Digits below a microsecond are cut off.</summary>
    public static implicit operator DuckDBTimeOnly(TimeOnly time) =>
        new(
            (byte)time.Hour,
            (byte)time.Minute,
            (byte)time.Second,
            (int)(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));

    /// <exception cref="ArgumentOutOfRangeException">The time is 24:00, which the engine knows and .NET does not.</exception>
    public static explicit operator TimeOnly(DuckDBTimeOnly time) =>
        new TimeOnly(time.Hour, time.Min, time.Sec).Add(TimeSpan.FromMicroseconds(time.Microsecond));
}
