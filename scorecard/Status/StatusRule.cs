using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Status;

/// <param name="Reason">Why the status is grey, in words; null when it is not.</param>
public sealed record Verdict(RagStatus Status, string? Reason);

/// <summary>Judges a value against its plan: green at or better than it, amber within tolerance (edge inside), red beyond.</summary>
public static class StatusRule
{
    /// <summary>Distance from plan, positive is better; where no direction is better, value minus plan.</summary>
    public static decimal? Variance(decimal? value, decimal? plan, Direction direction) =>
        direction == Direction.Decrease ? plan - value : value - plan;

    /// <param name="value">In the KPI's unit.</param>
    /// <param name="plan">What it is judged against; null where nothing is agreed.</param>
    /// <param name="tolerance">How far beyond plan is still amber, in the KPI's unit; null is none, and nothing is amber then.</param>
    /// <param name="reservation">Why the value must not be judged whatever it is (not fresh, not complete); null when it may be.</param>
    /// <param name="planWords">How the plan puts it where it has no number, such as "TBC".</param>
    public static Verdict Judge(
        decimal? value, decimal? plan, decimal? tolerance, Direction direction, string? reservation, string? planWords)
    {
        var grey = reservation
            ?? (value is null ? GreyReason.NoData : null)
            ?? (direction == Direction.Neutral ? GreyReason.NoDirection : null)
            ?? (plan is null ? GreyReason.NoPlan(planWords) : null);
        if (grey is not null)
            return new Verdict(RagStatus.Grey, grey);

        var variance = Variance(value, plan, direction);
        var status = variance >= 0 ? RagStatus.Green
            : variance >= -(tolerance ?? 0) ? RagStatus.Amber
            : RagStatus.Red;
        return new Verdict(status, null);
    }
}
