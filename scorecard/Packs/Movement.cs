using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>
/// Where a KPI has been going, said without being fooled by the seasons: a month is compared with the same month a year before, and a
/// run is one of the rolling-twelve value, each of whose steps is such a comparison.
/// </summary>
/// <param name="ChangeOnYear">The month's value less that of the same month a year before; null where one is missing.</param>
/// <param name="RunSince">The first month of the run that the rolling-twelve value is in; null where it is in none.</param>
/// <param name="IsRising">Which way the run goes; meaningless without one.</param>
public sealed record Movement(decimal? ChangeOnYear, ReportingMonth? RunSince, bool IsRising)
{
    /// <summary>
    /// How many steps one way make a run. It is a way of speaking about the recent past and no test of significance: that is what SPC
    /// is for, which asks for six steps.
    /// </summary>
    public const int StepsOfARun = 3;

    public static readonly Movement None = new(null, null, false);

    /// <summary>The movement up to one month's value, judged on whole months alone.</summary>
    public static Movement Of(KpiDefinition kpi, KpiValue value, KpiValueIndex values)
    {
        if (value.Period.Kind != PeriodKind.Month || value.Value is null)
            return None;

        var (since, isRising) = RunUpTo(kpi, value, values);
        return new Movement(OnYear(kpi, value, values), since, isRising);
    }

    private static decimal? OnYear(KpiDefinition kpi, KpiValue value, KpiValueIndex values) =>
        value.IsPartial && kpi.IsPlainCount
            ? null
            : value.Value - values.Find(value, new Period(PeriodKind.Month, value.Period.LastMonth.PlusMonths(-12)))?.Value;

    private static (ReportingMonth? Since, bool IsRising) RunUpTo(KpiDefinition kpi, KpiValue value, KpiValueIndex values)
    {
        decimal? Rolling(ReportingMonth month) =>
            values.Find(value, new Period(PeriodKind.Rolling12, month)) is { IsPartial: false } rolling ? rolling.Value : null;

        // A stock's rolling twelve is its last month: what a step of a flow's compares by itself has to be said of it.
        var stepBack = kpi.RollUp == RollUp.Last ? -12 : -1;
        var end = value.IsPartial ? value.Period.LastMonth.PlusMonths(-1) : value.Period.LastMonth;
        var sign = Step(end);
        var start = end;
        while (sign != 0 && Step(start.PlusMonths(-1)) == sign)
            start = start.PlusMonths(-1);

        var isRun = sign != 0 && end.MonthsSince(start) + 1 >= StepsOfARun;
        var isVisible = isRun && !ValueFormat.IsShownAsZero((Rolling(end) - Rolling(start.PlusMonths(stepBack)))!.Value, kpi.Unit);
        return (isVisible ? start : null, sign > 0);

        int Step(ReportingMonth month) => Math.Sign(Rolling(month) - Rolling(month.PlusMonths(stepBack)) ?? 0);
    }
}
