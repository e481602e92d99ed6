namespace DuckDB.NET.Native;

/// <summary>
/// Day counts to calendar days and back over the engine's whole range, which is far wider than that of .NET's own types
/// and holds the infinities at its ends. Years are counted from March, so that the leap day is the last of its year.
/// </summary>
internal static class GregorianCalendar
{
    private const long DaysPerEra = 146_097; // 400 years, after which the calendar repeats
    private const long EpochFromEra = 719_468; // 1 March of year 0 to 1 January 1970

    public static DuckDBDateOnly FromDays(long days)
    {
        var (era, dayOfEra) = FloorDivide(days + EpochFromEra, DaysPerEra);
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (dayOfYear * 5 + 2) / 153;
        var day = dayOfYear - (monthFromMarch * 153 + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        return new DuckDBDateOnly((int)year, (byte)month, (byte)day);
    }

    public static long ToDays(DuckDBDateOnly date)
    {
        var (era, yearOfEra) = FloorDivide(date.Year - (date.Month <= 2 ? 1L : 0L), 400);
        var monthFromMarch = (date.Month + 9) % 12;
        var dayOfYear = (monthFromMarch * 153 + 2) / 5 + date.Day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DaysPerEra + dayOfEra - EpochFromEra;
    }

    /// <summary>Quotient rounded down, and the remainder, which is never below zero.</summary>
    public static (long Quotient, long Remainder) FloorDivide(long dividend, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(dividend, divisor);
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
