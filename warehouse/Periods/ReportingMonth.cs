using System.Globalization;

namespace Stp.Warehouse.Periods;

/// <summary>A calendar month as the NHS reports it: first to last day, both inside. Ordered; written <c>2018-12</c>.</summary>
public readonly record struct ReportingMonth : IComparable<ReportingMonth>
{
    private readonly int _monthsSinceYearZero;

    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12, or the year not 1 to 9999.</exception>
    public ReportingMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _monthsSinceYearZero = (year * 12) + month - 1;
    }

    public int Year => _monthsSinceYearZero / 12;

    public int Month => (_monthsSinceYearZero % 12) + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public int Days => DateTime.DaysInMonth(Year, Month);

    public FinancialYear FinancialYear => FinancialYear.Of(FirstDay);

    /// <summary>1 for April to 12 for March: the NHS month number, as in M09 for December.</summary>
    public int NumberInFinancialYear => ((Month + 8) % 12) + 1;

    public static ReportingMonth Of(DateOnly date) => new(date.Year, date.Month);

    public ReportingMonth PlusMonths(int months)
    {
        var total = _monthsSinceYearZero + months;
        return new ReportingMonth(total / 12, (total % 12) + 1);
    }

    /// <summary>Whole months from <paramref name="earlier"/> to this one; negative when this one is the earlier.</summary>
    public int MonthsSince(ReportingMonth earlier) => _monthsSinceYearZero - earlier._monthsSinceYearZero;

    /// <summary>All months from <paramref name="first"/> to <paramref name="last"/>, both inside.</summary>
    public static IEnumerable<ReportingMonth> Range(ReportingMonth first, ReportingMonth last)
    {
        for (var month = first; month <= last; month = month.PlusMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>Reads <c>2018-12</c>.</summary>
    public static bool TryParse(string? text, out ReportingMonth month)
    {
        var isMonth = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = isMonth ? Of(first) : default;
        return isMonth;
    }

    public int CompareTo(ReportingMonth other) => _monthsSinceYearZero.CompareTo(other._monthsSinceYearZero);

    public static bool operator <(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) < 0;

    public static bool operator <=(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) > 0;

    public static bool operator >=(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) >= 0;

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The month in words, as a board reads it: <c>December 2018</c>.</summary>
    public string ToWords() => FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
