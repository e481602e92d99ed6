using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>The months of a period made one.</summary>
/// <param name="Reservation">Why the value is missing, or why it must not be judged; null when neither.</param>
internal sealed record PeriodFigures(decimal? Numerator, decimal? Denominator, decimal? Value, string? Reservation)
{
    public static PeriodFigures Missing(string why) => new(null, null, null, why);
}

/// <summary>
/// Rolls the months of a period up: sum of numerators over sum of denominators, never an average of averages. Months that the data do
/// not reach yet, or in which the organisation did not exist, are left out; a rolling twelve needs all of its months.
/// </summary>
internal static class PeriodRollUp
{
    private const int RollingMonths = 12;

    public static PeriodFigures Of(KpiDefinition kpi, Period period, KpiSeries series, DataCoverage coverage)
    {
        if (!coverage.Reaches(period.FirstMonth) || (period.Kind == PeriodKind.Rolling12 && !coverage.Reaches(period.LastMonth)))
            return PeriodFigures.Missing(coverage.WhyPartial(period));

        var months = period.Months.Where(month => coverage.Reaches(month) && series.IsExpected(month)).ToList();
        var totals = Totals.Of(months, series, coverage);
        if (period.Kind == PeriodKind.Rolling12 && totals.Months is > 0 and < RollingMonths)
            return PeriodFigures.Missing(GreyReason.NotTwelveMonths);
        if (kpi.RollUp == RollUp.Last)
            totals = Totals.Of(months.TakeLast(1), series, coverage);

        return totals.Months == 0 ? PeriodFigures.Missing(GreyReason.NoData) : ToFigures(kpi, totals);
    }

    private static PeriodFigures ToFigures(KpiDefinition kpi, Totals totals)
    {
        if (kpi.Percentile is { } percentile)
            return PercentileOf(totals, percentile);

        // A mean divides all three alike, so that the ratio stays a sum over a sum.
        var share = kpi.RollUp == RollUp.Mean ? totals.Months : 1;
        var numerator = totals.Numerator / share;
        var denominator = kpi.Denominator is null ? (decimal?)null : totals.Denominator / share;
        var divisor = (denominator ?? 1) * (kpi.Per == Per.Period ? 1 : (decimal)totals.Days / share);
        return divisor == 0
            ? new PeriodFigures(numerator, denominator, null, GreyReason.ZeroDenominator)
            : new PeriodFigures(numerator, denominator, numerator * kpi.Multiplier / divisor, totals.WhyIncomplete);
    }

    private static PeriodFigures PercentileOf(Totals totals, Percentile percentile) =>
        totals.Numerator == 0 ? new PeriodFigures(0, null, null, GreyReason.ZeroDenominator)
        : totals.Bands?.At(percentile) is { } value ? new PeriodFigures(totals.Numerator, null, value, totals.WhyIncomplete)
        : new PeriodFigures(totals.Numerator, null, null, GreyReason.InOpenBand);

    /// <summary>What the months so far add up to, and which were missing.</summary>
    private readonly record struct Totals(
        decimal Numerator,
        decimal Denominator,
        BandCounts? Bands,
        int Days,
        int Months,
        List<ReportingMonth>? Gaps,
        List<ReportingMonth>? PartSums,
        List<string>? Absent)
    {
        public string? WhyIncomplete =>
            Gaps is not null ? GreyReason.NoDataFor(Gaps)
            : PartSums is not null ? GreyReason.Without([.. Absent!.Distinct(StringComparer.Ordinal)], PartSums)
            : null;

        public static Totals Of(IEnumerable<ReportingMonth> months, KpiSeries series, DataCoverage coverage) =>
            months.Aggregate(default(Totals), (totals, month) => totals.Plus(month, series, coverage.CoveredDays(month)));

        private Totals Plus(ReportingMonth month, KpiSeries series, int coveredDays)
        {
            if (series[month] is not { } figures)
                return this with { Gaps = [.. Gaps ?? [], month] };

            var added = this with
            {
                Numerator = Numerator + figures.Numerator,
                Denominator = Denominator + (figures.Denominator ?? 0),
                Bands = Bands is null ? figures.Bands : figures.Bands is null ? Bands : Bands.Plus(figures.Bands),
                Days = Days + coveredDays,
                Months = Months + 1,
            };
            var absent = series.Without(month);
            return absent.Count == 0 ? added : added with { PartSums = [.. PartSums ?? [], month], Absent = [.. Absent ?? [], .. absent] };
        }
    }
}
