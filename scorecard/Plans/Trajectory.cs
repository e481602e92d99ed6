namespace Stp.Scorecard.Plans;

/// <param name="Value">Null for a point that is not agreed yet; <paramref name="Words"/> then says how that was put.</param>
public sealed record TrajectoryPoint(DateOnly Date, decimal? Value, string Words);

/// <summary>One agreed trajectory: points by date, in the KPI's unit, as one change set them.</summary>
public sealed class Trajectory
{
    /// <param name="lines">The lines of one change: at least one. Of two lines for one date the later in the file counts.</param>
    /// <exception cref="ArgumentException">A line has no date.</exception>
    internal Trajectory(IEnumerable<PlanChange> lines)
    {
        var points = new SortedDictionary<DateOnly, TrajectoryPoint>();
        foreach (var line in lines.OrderBy(line => line.Line))
        {
            var date = line.PeriodDate
                ?? throw new ArgumentException($"Line {line.Line} of the plan changes: a trajectory's point needs its date.", nameof(lines));
            points[date] = new TrajectoryPoint(date, line.Value, line.ValueText);
            (ChangeId, Shape) = (line.ChangeId, line.Shape);
            EffectiveFrom = line.EffectiveFrom > EffectiveFrom ? line.EffectiveFrom : EffectiveFrom;
            RecordedAt = line.RecordedAt > RecordedAt ? line.RecordedAt : RecordedAt;
            LastLine = line.Line;
        }

        Points = [.. points.Values];
    }

    public string ChangeId { get; } = string.Empty;

    public PlanShape Shape { get; }

    public DateOnly EffectiveFrom { get; }

    public DateOnly RecordedAt { get; }

    /// <summary>By date, at least one.</summary>
    public IReadOnlyList<TrajectoryPoint> Points { get; }

    internal int LastLine { get; }

    /// <summary>True when at least one point has a number.</summary>
    internal bool IsAgreed => Points.Any(point => point.Value is not null);

    /// <summary>
    /// The trajectory read at a day: null before its first point; the last point's value after it, since what was agreed last stands until
    /// something else is agreed. Between a point with and one without a number nothing is agreed.
    /// </summary>
    public PlanValue? At(DateOnly date)
    {
        var next = 0;
        while (next < Points.Count && Points[next].Date <= date)
        {
            next++;
        }

        if (next == 0)
        {
            return null;
        }

        var before = Points[next - 1];
        return Shape == PlanShape.Step || next == Points.Count || before.Date == date
            ? new PlanValue(before.Value, before.Words, null, ChangeId)
            : Between(before, Points[next], date);
    }

    private PlanValue Between(TrajectoryPoint before, TrajectoryPoint after, DateOnly date)
    {
        var words = before.Value is null ? before.Words : after.Value is null ? after.Words : string.Empty;
        decimal days = after.Date.DayNumber - before.Date.DayNumber;
        var value = before.Value + ((after.Value - before.Value) * (date.DayNumber - before.Date.DayNumber) / days);
        return new PlanValue(value, words, null, ChangeId);
    }
}
