using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A span as the engine holds it: months, days and microseconds, none of them carried into another.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, long micros)
{
    /// <summary>Days that a month counts for where a span of plain time is asked for, as the engine itself compares intervals.</summary>
    private const int DaysPerMonth = 30;

    public int Months { get; } = months;

    public int Days { get; } = days;

    public long Micros { get; } = micros;

    /// <summary>Whole days and the rest; digits below a microsecond are cut off.</summary>
    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, span.Ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond);

    /// <exception cref="OverflowException">The interval is longer than a <see cref="TimeSpan"/> can be.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval)
    {
        var days = interval.Months * (long)DaysPerMonth + interval.Days;
        return new TimeSpan(days * TimeSpan.TicksPerDay + interval.Micros * TimeSpan.TicksPerMicrosecond);
    }
}
