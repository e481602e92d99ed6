using System.Globalization;

namespace Stp.Scorecard.Spc;

/// <summary>Analyses a series as "Making Data Count" does: groups, limits, rules, judgement.</summary>
public static class SpcAnalysis
{
    /// <exception cref="SpcException">No points, two for one date, or a baseline too short to be fixed.</exception>
    public static SpcResult Of(SpcSeries series)
    {
        RefuseFaults(series);
        var groups = Groups(series).ToList();
        return new SpcResult(series, [.. groups.Select((group, i) => Analyse(series, group.Key, group.Points, i == groups.Count - 1))]);
    }

    private static void RefuseFaults(SpcSeries series)
    {
        if (series.Points.Count == 0)
            throw new SpcException("The series has no points.");
        if (series.Points.GroupBy(point => point.Date).FirstOrDefault(same => same.Count() > 1) is { } repeated)
            throw new SpcException($"Two points have the date {repeated.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");
        if (series.FixAfter < SpcConstants.LeastRowsToFix)
            throw new SpcException($"Limits can be fixed after {SpcConstants.LeastRowsToFix} points or more, not after {series.FixAfter}.");
    }

    /// <summary>A point on a rebase date starts a group; the number of a group is that of the starts so far, so the first may be 0 or 1.</summary>
    private static IEnumerable<(int Key, List<SpcPoint> Points)> Groups(SpcSeries series)
    {
        var starts = (series.Rebase ?? []).ToHashSet();
        var begun = 0;
        return series.Points
            .OrderBy(point => point.Date)
            .Select(point => (Group: begun += starts.Contains(point.Date) ? 1 : 0, Point: point))
            .GroupBy(point => point.Group, point => point.Point)
            .Select(group => (group.Key, group.ToList()));
    }

    private static SpcGroup Analyse(SpcSeries series, int number, List<SpcPoint> points, bool isLast)
    {
        var values = points.Select(point => point.Value).ToList();
        var limits = XmrLimits.Of([.. values.Take(series.FixAfter ?? values.Count)], series.ScreenOutliers);
        var causes = SpcRules.Causes(values, limits);
        var hasTrialLimits = values.Count < SpcConstants.RowsForFirmLimits;
        IReadOnlyList<SpcResultPoint> judged =
        [
            .. points.Zip(causes, (point, cause) => new SpcResultPoint(
                point.Date,
                point.Value,
                number,
                limits,
                limits.IsOutside(point.Value),
                limits.SideOf(point.Value),
                limits.IsClose(point.Value),
                cause,
                Judgement.Of(cause, series.Direction),
                hasTrialLimits)),
        ];
        return new SpcGroup(
            number, judged, limits, judged[^1].Variation, isLast ? Judgement.Of(limits, series.Target, series.Direction) : null);
    }
}
