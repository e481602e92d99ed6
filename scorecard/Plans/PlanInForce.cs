namespace Stp.Scorecard.Plans;

/// <summary>Everything a period is judged by: the plan of one KPI and organisation, in force at the period's last day.</summary>
/// <param name="Trajectory">The trajectory in force, read at that day.</param>
/// <param name="Standard">A national or contractual level that holds at all times, such as 95% within four hours.</param>
/// <param name="Tolerance">An agreed tolerance, which replaces that of the KPI's definition.</param>
public sealed record PlanInForce(
    PlanValue? Baseline,
    PlanValue? Trajectory,
    PlanValue? Target,
    PlanValue? Standard,
    PlanValue? Tolerance)
{
    /// <summary>Where nothing is planned.</summary>
    public static readonly PlanInForce None = new(null, null, null, null, null);

    /// <exception cref="ArgumentOutOfRangeException">A rebase is a date, not a value.</exception>
    public PlanValue? Of(PlanKind kind) => kind switch
    {
        PlanKind.Baseline => Baseline,
        PlanKind.Trajectory => Trajectory,
        PlanKind.Target => Target,
        PlanKind.Standard => Standard,
        PlanKind.Tolerance => Tolerance,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of change has no value."),
    };
}
