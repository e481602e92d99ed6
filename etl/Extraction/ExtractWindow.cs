using Stp.Etl.Feeds;

namespace Stp.Etl.Extraction;

/// <summary>The half-open range of change times that one extract reads, [Start, End), London wall time.</summary>
/// <param name="Start">Null for the first extract and for a full one: from the beginning.</param>
public sealed record ExtractWindow(DateTime? Start, DateTime End)
{
    /// <summary>What stands for "from the beginning" in a query: the first instant that SQL Server's datetime knows.</summary>
    public static readonly DateTime Beginning = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public bool IsFull => Start is null;

    /// <summary>
    /// The window that continues a feed: from its watermark less the lag, so that rows that committed late are read again, to the end
    /// of the as-of day. An as-of day that lies before the watermark reads nothing new: the window is then the lag alone.
    /// </summary>
    /// <param name="watermark">The end of the last loaded window; null before the first.</param>
    /// <param name="now">By the clocks of the source.</param>
    public static ExtractWindow After(DateTime? watermark, WatermarkSpec spec, DateOnly asOf, DateTime now)
    {
        var end = EndAt(asOf, now);
        if (watermark is not { } reached)
        {
            return new ExtractWindow(null, end);
        }

        return new ExtractWindow(reached - spec.Lag, end > reached ? end : reached);
    }

    /// <summary>The same range from the beginning of its first day: a census is of a day and is read whole.</summary>
    public ExtractWindow FromStartOfDay() => this with { Start = Start?.Date };

    public static ExtractWindow Full(DateOnly asOf, DateTime now) => new(null, EndAt(asOf, now));

    /// <summary>No later than now: what changes after it would lie before a watermark that had run ahead, and never be read.</summary>
    private static DateTime EndAt(DateOnly asOf, DateTime now)
    {
        var endOfDay = asOf.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return now < endOfDay ? now : endOfDay;
    }
}
