namespace Stp.Scorecard.Spc;

/// <summary>Mean and process limits of an individuals and moving range chart.</summary>
/// <param name="Mean">Null where no base point has a value.</param>
/// <param name="AverageMovingRange">Null where no moving range is left.</param>
public sealed record XmrLimits(decimal? Mean, decimal? AverageMovingRange)
{
    public decimal? Lower => Mean - (SpcConstants.LimitFactor * AverageMovingRange);

    public decimal? Upper => Mean + (SpcConstants.LimitFactor * AverageMovingRange);

    /// <summary>Values strictly below it are close to the lower limit.</summary>
    public decimal? LowerNear => Mean - NearDistance;

    /// <summary>Values strictly above it are close to the upper limit.</summary>
    public decimal? UpperNear => Mean + NearDistance;

    private decimal? NearDistance =>
        SpcConstants.NearNumerator * SpcConstants.LimitFactor * AverageMovingRange / SpcConstants.NearDenominator;

    /// <param name="baseValues">In the order of their dates; null for a date without a figure.</param>
    public static XmrLimits Of(IReadOnlyList<decimal?> baseValues, bool screenOutliers)
    {
        var average = MeanOf(MovingRanges(baseValues));
        if (screenOutliers && average is { } first)
        {
            // Once only. Screening never removes a value from the mean.
            average = MeanOf(MovingRanges(baseValues).Where(range => range < SpcConstants.ScreeningFactor * first));
        }

        return new XmrLimits(MeanOf(baseValues.OfType<decimal>()), average);
    }

    /// <summary>Whether a value lies strictly outside the limits; null where value or limits are.</summary>
    public bool? IsOutside(decimal? value) => value is null || Upper is null ? null : value > Upper || value < Lower;

    /// <summary>Whether a value lies within the limits and strictly beyond a near limit; null where value or limits are.</summary>
    public bool? IsClose(decimal? value) =>
        value is null || Upper is null ? null : IsOutside(value) == false && (value > UpperNear || value < LowerNear);

    /// <summary>The side of the mean: 1, 0 or −1; null where value or mean is.</summary>
    public int? SideOf(decimal? value) => value is { } some && Mean is { } mean ? Math.Sign(some - mean) : null;

    private static IEnumerable<decimal> MovingRanges(IReadOnlyList<decimal?> values) =>
        values.Skip(1).Zip(values, (value, before) => value - before).OfType<decimal>().Select(Math.Abs);

    /// <summary>Exactly the value where all are the same: a quotient that was rounded is corrected by the mean of what it leaves over.</summary>
    private static decimal? MeanOf(IEnumerable<decimal> values)
    {
        var all = values.ToList();
        if (all.Count == 0)
            return null;

        var mean = all.Sum() / all.Count;
        return mean + (all.Sum(value => value - mean) / all.Count);
    }
}
