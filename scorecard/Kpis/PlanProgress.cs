using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>How far a value has come from its baseline to its target, and what each month must still bring.</summary>
public static class PlanProgress
{
    /// <summary>(actual - baseline) / (target - baseline): 0 at the baseline, 1 at the target; null where one is missing.</summary>
    public static decimal? Progress(decimal? value, decimal? baseline, decimal? target) =>
        target - baseline is not { } way || way == 0 ? null : (value - baseline) / way;

    /// <summary>
    /// The change per month from the period's last month to the target's, in the KPI's unit: 0 where the target is reached already;
    /// null without value or dated target, and once the target's month has come.
    /// </summary>
    public static decimal? RequiredRunRate(
        decimal? value, decimal? target, DateOnly? targetDate, ReportingMonth lastMonth, Direction direction)
    {
        if (targetDate is not { } due || target - value is not { } change)
            return null;

        var monthsLeft = ReportingMonth.Of(due).MonthsSince(lastMonth);
        var isReached = (direction == Direction.Increase && change <= 0) || (direction == Direction.Decrease && change >= 0);
        return monthsLeft <= 0 ? null : isReached ? 0 : change / monthsLeft;
    }
}
