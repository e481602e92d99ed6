using Stp.Scorecard.Plans;

namespace Stp.Scorecard.Kpis;

/// <summary>What a value is judged against: the first of the KPI's kinds of plan that has a number.</summary>
/// <param name="Tolerance">How far beyond <paramref name="Level"/> is still amber, in the KPI's unit.</param>
/// <param name="NotAgreed">Where no kind has a number: how the first of them puts it, such as "TBC"; null where there is no plan at all.</param>
internal sealed record Yardstick(PlanKind? Kind, decimal? Level, string? ChangeId, decimal? Tolerance, string? NotAgreed)
{
    public static Yardstick Of(KpiDefinition kpi, PlanInForce inForce)
    {
        string? notAgreed = null;
        foreach (var kind in kpi.StatusAgainst)
        {
            if (inForce.Of(kind) is not { } plan)
                continue;
            if (plan.Value is { } level)
                return new Yardstick(kind, level, plan.ChangeId, kpi.ToleranceFor(level, inForce.Tolerance?.Value), null);

            notAgreed ??= plan.Words;
        }

        return new Yardstick(null, null, null, null, notAgreed);
    }
}
