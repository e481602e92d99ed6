using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Plans;

/// <summary>One month of a plan line: the trajectory in force at the month's last day, read there.</summary>
/// <param name="Value">Null where there is no trajectory, or none agreed.</param>
/// <param name="ChangeId">The change behind it; null where there is none. Where it differs from the month before, the plan changed.</param>
public sealed record PlannedMonth(ReportingMonth Month, decimal? Value, string? ChangeId);

/// <summary>The approved plan of one KPI and organisation, as it was on record at one as-of date.</summary>
public sealed class OrganisationPlan
{
    private readonly Dictionary<PlanKind, PlanChange[]> _singles;
    private readonly Trajectory[] _trajectories;

    /// <param name="changes">Approved lines of one KPI, level and organisation.</param>
    internal OrganisationPlan(IReadOnlyCollection<PlanChange> changes)
    {
        _singles = changes
            .Where(change => change.Kind is not (PlanKind.Trajectory or PlanKind.Rebase))
            .GroupBy(change => change.Kind)
            .ToDictionary(
                kind => kind.Key,
                kind => kind.OrderBy(change => (change.EffectiveFrom, change.RecordedAt, change.Line)).ToArray());
        _trajectories =
        [
            .. changes
                .Where(change => change.Kind == PlanKind.Trajectory)
                .GroupBy(change => change.ChangeId, StringComparer.Ordinal)
                .Select(lines => new Trajectory(lines))
                .OrderBy(trajectory => (trajectory.EffectiveFrom, trajectory.RecordedAt, trajectory.LastLine)),
        ];
        Begins = changes
            .Where(change => change.Kind is not (PlanKind.Tolerance or PlanKind.Rebase))
            .Select(change => (DateOnly?)change.EffectiveFrom)
            .Min();
    }

    /// <summary>The first day for which anything is planned; null where nothing is.</summary>
    public DateOnly? Begins { get; }

    /// <summary>The trajectory with numbers that was agreed first, for showing what has become of it; null where none was.</summary>
    public Trajectory? FirstAgreed => _trajectories
        .Where(trajectory => trajectory.IsAgreed)
        .MinBy(trajectory => (trajectory.RecordedAt, trajectory.LastLine));

    /// <summary>What is in force for a period that ends on this day.</summary>
    public PlanInForce At(DateOnly lastDay) => new(
        BaselineAt(lastDay),
        TrajectoryInForce(lastDay)?.At(lastDay),
        SingleAt(PlanKind.Target, lastDay),
        SingleAt(PlanKind.Standard, lastDay),
        SingleAt(PlanKind.Tolerance, lastDay));

    /// <summary>The whole trajectory that is in force on a day, not only its value then.</summary>
    public Trajectory? TrajectoryInForce(DateOnly day) => _trajectories.LastOrDefault(trajectory => trajectory.EffectiveFrom <= day);

    /// <summary>The plan line that the months were and will be judged by, both ends inside.</summary>
    public IReadOnlyList<PlannedMonth> TrajectoryPoints(ReportingMonth from, ReportingMonth to) =>
    [
        .. ReportingMonth.Range(from, to).Select(month =>
        {
            var planned = TrajectoryInForce(month.LastDay)?.At(month.LastDay);
            return new PlannedMonth(month, planned?.Value, planned?.ChangeId);
        }),
    ];

    private PlanValue? SingleAt(PlanKind kind, DateOnly day) =>
        _singles.TryGetValue(kind, out var changes) ? ToValue(Array.FindLast(changes, change => change.EffectiveFrom <= day)) : null;

    /// <summary>
    /// A baseline is what all periods are compared with, those before its agreement too: where none is in force yet the earliest
    /// holds, in its latest recording.
    /// </summary>
    private PlanValue? BaselineAt(DateOnly day) =>
        SingleAt(PlanKind.Baseline, day)
        ?? (_singles.TryGetValue(PlanKind.Baseline, out var changes) ? SingleAt(PlanKind.Baseline, changes[0].EffectiveFrom) : null);

    private static PlanValue? ToValue(PlanChange? change) =>
        change is null ? null : new PlanValue(change.Value, change.ValueText, change.PeriodDate, change.ChangeId);
}
