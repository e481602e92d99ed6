using Stp.Scorecard.Kpis;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Plans;

/// <summary>Every change of every plan, answering what was in force for a day as it was on record on another.</summary>
/// <remarks>
/// A line counts when it is approved and was recorded on or before the as-of date. Of the changes of one kind the one with the latest
/// effective_from on or before the day is in force; of two with the same, the later recorded; of two recorded together, the later line.
/// </remarks>
public sealed class PlanHistory
{
    private readonly ILookup<(string Kpi, Level Level, string Organisation), PlanChange> _changes;

    public PlanHistory(IEnumerable<PlanChange> changes)
    {
        _changes = changes
            .Where(change => !string.IsNullOrWhiteSpace(change.ApprovedBy))
            .ToLookup(change => (change.Kpi, change.Level, change.Organisation));
    }

    /// <summary>The plan of one KPI and organisation as on record on the as-of date: ask it for any number of days.</summary>
    /// <exception cref="ArgumentException">A point of a trajectory has no date.</exception>
    public OrganisationPlan For(string kpi, Level level, string organisation, DateOnly asOf) =>
        new([.. _changes[(kpi, level, organisation)].Where(change => change.RecordedAt <= asOf)]);

    /// <summary>What is in force for a period that ends on <paramref name="lastDay"/>.</summary>
    public PlanInForce At(string kpi, Level level, string organisation, DateOnly lastDay, DateOnly asOf) =>
        For(kpi, level, organisation, asOf).At(lastDay);

    /// <inheritdoc cref="OrganisationPlan.FirstAgreed"/>
    public Trajectory? FirstAgreed(string kpi, Level level, string organisation, DateOnly asOf) =>
        For(kpi, level, organisation, asOf).FirstAgreed;

    /// <inheritdoc cref="OrganisationPlan.TrajectoryPoints"/>
    public IReadOnlyList<PlannedMonth> TrajectoryPoints(
        string kpi, Level level, string organisation, DateOnly asOf, ReportingMonth from, ReportingMonth to) =>
        For(kpi, level, organisation, asOf).TrajectoryPoints(from, to);
}
