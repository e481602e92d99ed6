namespace Stp.Scorecard.Spc;

/// <summary>
/// The rules of special cause variation, one function each, on the points of one group in the order of their dates. Each says of every
/// point whether the rule flags it. A window lies wholly in the group, and one that holds a date without a figure satisfies no rule.
/// </summary>
public static class SpcRules
{
    /// <summary>A single point outside a limit.</summary>
    public static IReadOnlyList<bool> OutsideLimits(IReadOnlyList<decimal?> values, XmrLimits limits) =>
        [.. values.Select(value => limits.IsOutside(value) == true)];

    /// <summary>Seven points of which each is above the one before, or each below; a tie breaks it.</summary>
    public static IReadOnlyList<bool> Trend(IReadOnlyList<decimal?> values)
    {
        var isFlagged = new bool[values.Count];
        foreach (var start in Windows(values.Count, SpcConstants.RunLength))
        {
            var steps = Enumerable.Range(start + 1, SpcConstants.RunLength - 1).Select(i => Step(values, i)).ToList();
            if (AllOnOneSide(steps))
                Array.Fill(isFlagged, true, start, SpcConstants.RunLength);
        }

        return isFlagged;
    }

    /// <summary>
    /// Three points on one side of the mean, of which two are close to a limit; only those that are close themselves are flagged. A point
    /// outside the limits counts for the side, and not as close.
    /// </summary>
    public static IReadOnlyList<bool> TwoInThree(IReadOnlyList<decimal?> values, XmrLimits limits)
    {
        var isClose = values.Select(value => limits.IsClose(value) == true).ToList();
        var isFlagged = new bool[values.Count];
        foreach (var start in Windows(values.Count, SpcConstants.TwoInThreeWindow))
        {
            var window = Enumerable.Range(start, SpcConstants.TwoInThreeWindow).ToList();
            var close = window.Where(i => isClose[i]).ToList();
            if (close.Count >= SpcConstants.TwoInThreeClose && AllOnOneSide(window.Select(i => limits.SideOf(values[i]))))
                close.ForEach(i => isFlagged[i] = true);
        }

        return isFlagged;
    }

    /// <summary>Seven points on one side of the mean; a point on it breaks the run.</summary>
    public static IReadOnlyList<bool> Shift(IReadOnlyList<decimal?> values, XmrLimits limits)
    {
        var sides = values.Select(limits.SideOf).ToList();
        var isFlagged = new bool[values.Count];
        foreach (var start in Windows(values.Count, SpcConstants.RunLength))
        {
            if (AllOnOneSide(sides.Skip(start).Take(SpcConstants.RunLength)))
                Array.Fill(isFlagged, true, start, SpcConstants.RunLength);
        }

        return isFlagged;
    }

    /// <summary>
    /// Whether a point of a trend is of a rising one: by the step to the next point where that is of a trend too, else by the step that
    /// leads to it. So the peak between a rise and a fall is falling, and so is a point level with the next.
    /// </summary>
    public static bool IsRising(IReadOnlyList<decimal?> values, IReadOnlyList<bool> isTrend, int point) =>
        Step(values, point + 1 < values.Count && isTrend[point + 1] ? point + 1 : point) > 0;

    /// <summary>The rule that each point is called by: outside a limit before trend, two in three and shift.</summary>
    public static IReadOnlyList<SpecialCause> Causes(IReadOnlyList<decimal?> values, XmrLimits limits)
    {
        var (outside, trend) = (OutsideLimits(values, limits), Trend(values));
        var (twoInThree, shift) = (TwoInThree(values, limits), Shift(values, limits));
        return [.. values.Select(CauseOf)];

        SpecialCause CauseOf(decimal? value, int i)
        {
            var isAbove = limits.SideOf(value) > 0;
            return true switch
            {
                _ when outside[i] => isAbove ? SpecialCause.AboveUpperLimit : SpecialCause.BelowLowerLimit,
                _ when trend[i] => IsRising(values, trend, i) ? SpecialCause.TrendIncreasing : SpecialCause.TrendDecreasing,
                _ when twoInThree[i] => isAbove ? SpecialCause.TwoInThreeAbove : SpecialCause.TwoInThreeBelow,
                _ when shift[i] => isAbove ? SpecialCause.ShiftAbove : SpecialCause.ShiftBelow,
                _ => SpecialCause.CommonCause,
            };
        }
    }

    /// <summary>Where each window of so many points begins.</summary>
    private static IEnumerable<int> Windows(int points, int length) => Enumerable.Range(0, Math.Max(0, points - length + 1));

    /// <summary>The sign of the step that leads to a point; null where either end has no figure.</summary>
    private static int? Step(IReadOnlyList<decimal?> values, int to) =>
        values[to] is { } value && values[to - 1] is { } before ? Math.Sign(value - before) : null;

    private static bool AllOnOneSide(IEnumerable<int?> signs)
    {
        var all = signs.ToList();
        return all.TrueForAll(sign => sign > 0) || all.TrueForAll(sign => sign < 0);
    }
}
