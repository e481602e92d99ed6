using System.Globalization;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A day as year, month and day of the Gregorian calendar, which is taken back before its introduction; year 0 is 1 BC.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDateOnly(int year, byte month, byte day)
{
    public int Year { get; } = year;

    public byte Month { get; } = month;

    public byte Day { get; } = day;

    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date) => GregorianCalendar.FromDays(date.Days);

    public DuckDBDate ToDuckDBDate() => new() { Days = checked((int)GregorianCalendar.ToDays(this)) };

    public static implicit operator DuckDBDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static implicit operator DuckDBDateOnly(DateTime date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    /// <exception cref="ArgumentOutOfRangeException">The day is outside the years 1 to 9999.</exception>
    public static explicit operator DateOnly(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);

    /// <exception cref="ArgumentOutOfRangeException">The day is outside the years 1 to 9999.</exception>
    public static explicit operator DateTime(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");
}
