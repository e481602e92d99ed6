using System.Globalization;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>The message of a chart, made from its numbers: who, how much, how far from plan, which way; nothing about causes.</summary>
public static class Headline
{
    /// <summary>
    /// <c>King's: 76.1%, 8.2 points short of plan, worsening since October</c>. A value that must not be judged is followed by the
    /// reason instead.
    /// </summary>
    public static string ForChart(KpiDefinition kpi, Organisation organisation, KpiValue value, Movement movement)
    {
        var said = value.Value is null
            ? $"no figure for {value.Period.ToWords()}{InBrackets(value.StatusReason)}"
            : Sentence(kpi, value, movement);
        return $"{organisation.ShortName}: {said}";
    }

    /// <summary>The value and its distance from plan, as an item of a sentence about several KPIs.</summary>
    internal static string ValueAndDistance(KpiDefinition kpi, KpiValue value) =>
        Joined(ValueInWords(kpi, value), DistanceFromPlan(kpi, value));

    private static string Sentence(KpiDefinition kpi, KpiValue value, Movement movement)
    {
        var amount = ValueInWords(kpi, value);
        if (value.Status == RagStatus.Grey && value.StatusReason == GreyReason.NoPlan(null))
            return Joined(amount, "no plan agreed", Trend(kpi, value, movement));

        return value.Status == RagStatus.Grey && value.StatusReason != GreyReason.NoDirection
            ? amount + InBrackets(value.StatusReason)
            : Joined(amount, DistanceFromPlan(kpi, value), Trend(kpi, value, movement));
    }

    private static string ValueInWords(KpiDefinition kpi, KpiValue value)
    {
        var isMonthSoFar = value is { IsPartial: true, IsStale: false, Period.Kind: PeriodKind.Month } && !kpi.IsPlainCount;
        var amount = ValueFormat.InWords(value.Value!.Value, kpi);
        return isMonthSoFar ? $"{amount} so far in {MonthName(value.Period.LastMonth)}" : amount;
    }

    private static string? DistanceFromPlan(KpiDefinition kpi, KpiValue value)
    {
        if (value.Variance is not { } variance)
            return null;

        var (at, plan) = value.PlanKind switch
        {
            PlanKind.Target => ("at", "target"),
            PlanKind.Standard => ("at", "the standard"),
            _ => ("on", "plan"),
        };
        var beyond = kpi.Direction switch
        {
            Direction.Neutral => variance < 0 ? "below" : "above",
            _ when variance > 0 => "better than",
            Direction.Increase => "short of",
            _ => "above",
        };
        var isOn = variance == 0 || (variance > 0 && ValueFormat.IsShownAsZero(variance, kpi.Unit));
        return isOn ? $"{at} {plan}"
            : ValueFormat.IsShownAsZero(variance, kpi.Unit) ? $"just {beyond} {plan}"
            : $"{ValueFormat.DistanceInWords(variance, kpi)} {beyond} {plan}";
    }

    private static string? Trend(KpiDefinition kpi, KpiValue value, Movement movement)
    {
        if (movement.RunSince is { } since)
        {
            var way = kpi.Direction == Direction.Neutral
                ? movement.IsRising ? "rising" : "falling"
                : movement.IsRising == (kpi.Direction == Direction.Increase) ? "improving" : "worsening";
            var isWithinAYear = value.Period.LastMonth.MonthsSince(since) < 12;
            return $"{way} since {(isWithinAYear ? MonthName(since) : since.ToWords())}";
        }

        if (movement.ChangeOnYear is not { } change)
            return null;

        return ValueFormat.IsShownAsZero(change, kpi.Unit)
            ? "the same as a year ago"
            : $"{ValueFormat.DistanceInWords(change, kpi)} {(change > 0 ? "higher" : "lower")} than a year ago";
    }

    private static string InBrackets(string? reason) =>
        string.IsNullOrEmpty(reason) ? string.Empty : $" ({char.ToLowerInvariant(reason[0])}{reason[1..]})";

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));

    private static string MonthName(ReportingMonth month) => month.FirstDay.ToString("MMMM", CultureInfo.InvariantCulture);
}
