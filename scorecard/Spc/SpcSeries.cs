using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Spc;

/// <summary>One date of a series; no value is a date without a figure, which is not 0.</summary>
public sealed record SpcPoint(DateOnly Date, decimal? Value);

/// <summary>What is to be analysed: one series, and how.</summary>
/// <param name="Points">In any order; a date that is absent is not filled in.</param>
/// <param name="Target">What assurance is judged against; null where there is none.</param>
/// <param name="Rebase">A point on one of these dates starts a new group; a date that is no point's has no effect.</param>
/// <param name="FixAfter">Mean and limits come from so many first rows of each group; null for all of them.</param>
/// <param name="ScreenOutliers">Leaves extreme moving ranges out of the limits; the Making Data Count workbook does not.</param>
public sealed record SpcSeries(
    IReadOnlyList<SpcPoint> Points,
    Direction Direction = Direction.Increase,
    decimal? Target = null,
    IReadOnlyList<DateOnly>? Rebase = null,
    int? FixAfter = null,
    bool ScreenOutliers = true);

/// <summary>The series cannot be analysed; the message says why.</summary>
public sealed class SpcException(string message) : Exception(message);
