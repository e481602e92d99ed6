using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>What was measured in one month.</summary>
/// <param name="Denominator">Null for a count.</param>
/// <param name="Bands">The numerator by band, where the KPI is a percentile of it.</param>
internal readonly record struct MonthFigures(decimal Numerator, decimal? Denominator, BandCounts? Bands = null)
{
    public MonthFigures Plus(MonthFigures other) => new(
        Numerator + other.Numerator,
        Denominator + other.Denominator,
        Bands is null ? other.Bands : other.Bands is null ? Bands : Bands.Plus(other.Bands));
}

/// <summary>The numerators and denominators of one KPI and organisation, month by month.</summary>
internal sealed class KpiSeries
{
    /// <summary>
    /// How far back a member's data are looked for before its silence in a month is taken for an end rather than a gap:
    /// one year, so that a seasonal service is missed when it is due.
    /// </summary>
    private const int MonthsToMiss = 12;

    private readonly ReportingMonth _first;
    private readonly MonthFigures?[] _figures;
    private readonly bool[] _expected;
    private readonly List<string>?[] _without;

    private KpiSeries(ReportingMonth first, int months)
    {
        _first = first;
        _figures = new MonthFigures?[months];
        _expected = new bool[months];
        _without = new List<string>?[months];
    }

    public bool HasData => _figures.Any(figures => figures is not null);

    /// <summary>Null where nothing was measured.</summary>
    public MonthFigures? this[ReportingMonth month] => Has(month) ? _figures[Index(month)] : null;

    /// <summary>Whether the organisation existed as a member in the month.</summary>
    public bool IsExpected(ReportingMonth month) => Has(month) && _expected[Index(month)];

    /// <summary>The members whose data are missing from a sum of members.</summary>
    public IReadOnlyList<string> Without(ReportingMonth month) => Has(month) ? _without[Index(month)] ?? [] : [];

    /// <summary>
    /// The series of one member. Measures count rows, so a numerator without a row beside a denominator with one is 0: nobody met it.
    /// A denominator without a row is no measurement, whatever the numerator says.
    /// </summary>
    public static KpiSeries OfMember(KpiDefinition kpi, Member member, Basis basis, MeasureTable measures)
    {
        var series = new KpiSeries(measures.First, measures.Months);
        var numerators = measures.Line(kpi.Numerator, basis, member.Code);
        var bands = kpi.Percentile is null ? null : measures.Bands(kpi.Numerator, basis, member.Code);
        var denominators = kpi.Denominator is null ? null : measures.Line(kpi.Denominator, basis, member.Code);
        for (var at = 0; at < measures.Months; at++)
        {
            series._expected[at] = member.IsIn(measures.First.PlusMonths(at));
            if (!series._expected[at])
                continue;

            if (denominators is null)
                series._figures[at] = numerators[at] is { } count ? new MonthFigures(count, null, bands?[at]) : null;
            else if (denominators[at] is { } denominator)
                series._figures[at] = new MonthFigures(numerators[at] ?? 0, denominator);
        }

        return series;
    }

    /// <summary>The sum of members, month by month, over those that have data; remembers whose are missing.</summary>
    public static KpiSeries OfPartnership(IReadOnlyList<(Member Member, KpiSeries Series)> parts, MeasureTable measures)
    {
        var sum = new KpiSeries(measures.First, measures.Months);
        Array.Fill(sum._expected, true);
        foreach (var (member, series) in parts)
        {
            for (var at = 0; at < measures.Months; at++)
            {
                if (series._figures[at] is { } part)
                    sum._figures[at] = sum._figures[at]?.Plus(part) ?? part;
                else if (series.IsMissedAt(at))
                    (sum._without[at] ??= []).Add(member.ShortName);
            }
        }

        return sum;
    }

    private bool IsMissedAt(int at)
    {
        if (!_expected[at])
            return false;

        for (var before = Math.Max(0, at - MonthsToMiss); before < at; before++)
        {
            if (_figures[before] is not null)
                return true;
        }

        return false;
    }

    private int Index(ReportingMonth month) => month.MonthsSince(_first);

    private bool Has(ReportingMonth month) => Index(month) is var at && at >= 0 && at < _figures.Length;
}
