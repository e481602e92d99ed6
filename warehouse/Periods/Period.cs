namespace Stp.Warehouse.Periods;

/// <summary>The stretches of months that a KPI is reported for.</summary>
public enum PeriodKind
{
    Month,

    /// <summary>A quarter of the financial year (April to June is the first), known by its last month.</summary>
    Quarter,

    /// <summary>From April of the financial year to the month named.</summary>
    YearToDate,

    /// <summary>The twelve months that end with the month named.</summary>
    Rolling12,
}

/// <summary>A stretch of whole months, both ends inside, known by its kind and its last month.</summary>
public readonly record struct Period(PeriodKind Kind, ReportingMonth LastMonth)
{
    public ReportingMonth FirstMonth => Kind switch
    {
        PeriodKind.Month => LastMonth,
        PeriodKind.Quarter => LastMonth.PlusMonths(-2),
        PeriodKind.YearToDate => LastMonth.FinancialYear.FirstMonth,
        PeriodKind.Rolling12 => LastMonth.PlusMonths(-11),
        _ => throw new InvalidOperationException($"No such kind of period: {Kind}."),
    };

    public DateOnly FirstDay => FirstMonth.FirstDay;

    public DateOnly LastDay => LastMonth.LastDay;

    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    public IEnumerable<ReportingMonth> Months => ReportingMonth.Range(FirstMonth, LastMonth);

    /// <summary>The period of this kind that holds the month: for a quarter the whole quarter, else the one ending with the month.</summary>
    public static Period Containing(PeriodKind kind, ReportingMonth month) => kind == PeriodKind.Quarter
        ? new Period(kind, month.PlusMonths((12 - month.NumberInFinancialYear) % 3))
        : new Period(kind, month);

    /// <summary>As a sentence says it: <c>December 2018</c>, <c>the quarter to December 2018</c>, <c>April to December 2018</c>.</summary>
    public string ToWords() => Kind switch
    {
        PeriodKind.Month => LastMonth.ToWords(),
        PeriodKind.Quarter => $"the quarter to {LastMonth.ToWords()}",
        PeriodKind.YearToDate when FirstMonth == LastMonth => LastMonth.ToWords(),
        PeriodKind.YearToDate when FirstMonth.Year == LastMonth.Year => $"April to {LastMonth.ToWords()}",
        PeriodKind.YearToDate => $"{FirstMonth.ToWords()} to {LastMonth.ToWords()}",
        _ => $"the 12 months to {LastMonth.ToWords()}",
    };
}
