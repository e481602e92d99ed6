using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A point in time as calendar day and time of day.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimestamp(DuckDBDateOnly date, DuckDBTimeOnly time)
{
    private const long MicrosPerDay = 86_400_000_000;
    private const long MicrosPerHour = 3_600_000_000;
    private const long MicrosPerMinute = 60_000_000;
    private const long MicrosPerSecond = 1_000_000;

    public DuckDBDateOnly Date { get; } = date;

    public DuckDBTimeOnly Time { get; } = time;

    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp)
    {
        var (days, micros) = GregorianCalendar.FloorDivide(timestamp.Micros, MicrosPerDay);
        var time = new DuckDBTimeOnly(
            (byte)(micros / MicrosPerHour),
            (byte)(micros % MicrosPerHour / MicrosPerMinute),
            (byte)(micros % MicrosPerMinute / MicrosPerSecond),
            (int)(micros % MicrosPerSecond));
        return new DuckDBTimestamp(GregorianCalendar.FromDays(days), time);
    }

    public DuckDBTimestampStruct ToDuckDBTimestampStruct()
    {
        var micros = Time.Hour * MicrosPerHour + Time.Min * MicrosPerMinute + Time.Sec * MicrosPerSecond + Time.Microsecond;
        var days = GregorianCalendar.ToDays(Date);
        // The first day of the engine's range begins before its first microsecond, so that day is counted back from its end.
        return new DuckDBTimestampStruct
        {
            Micros = days < 0 ? (days + 1) * MicrosPerDay - (MicrosPerDay - micros) : days * MicrosPerDay + micros,
        };
    }

    /// <exception cref="ArgumentOutOfRangeException">The day is outside the years 1 to 9999.</exception>
    public DateTime ToDateTime() =>
        new DateTime(Date.Year, Date.Month, Date.Day, Time.Hour, Time.Min, Time.Sec).AddMicroseconds(Time.Microsecond);
}
