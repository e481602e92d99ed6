using Stp.Scorecard.Plans;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>What has become of the trajectory that was agreed first.</summary>
/// <param name="First">It, by month, from the month before another one took its place; all null where it is still in force.</param>
/// <param name="Since">The month from which another one is in force; null where the first still is.</param>
internal sealed record PlanRevision(IReadOnlyList<decimal?> First, ReportingMonth? Since)
{
    /// <param name="inForce">What months are judged by, for the same months.</param>
    public static PlanRevision Of(OrganisationPlan plan, IReadOnlyList<PlannedMonth> inForce, ReportingMonth month)
    {
        var first = plan.FirstAgreed;
        var current = plan.TrajectoryInForce(month.LastDay);
        var isRevised = first is not null && current is not null && current.ChangeId != first.ChangeId;
        return isRevised
            ? new PlanRevision([.. Abandoned(inForce, first!)], ReportingMonth.Of(current!.EffectiveFrom))
            : new PlanRevision([.. inForce.Select(_ => (decimal?)null)], null);
    }

    private static IEnumerable<decimal?> Abandoned(IReadOnlyList<PlannedMonth> inForce, Trajectory first)
    {
        for (var i = 0; i < inForce.Count; i++)
        {
            var isLeft = inForce[Math.Min(i + 1, inForce.Count - 1)].ChangeId != first.ChangeId;
            yield return isLeft ? first.At(inForce[i].Month.LastDay)?.Value : null;
        }
    }
}
