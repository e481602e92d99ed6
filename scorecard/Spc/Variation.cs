using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Spc;

/// <summary>What a point says.</summary>
public enum Variation
{
    CommonCause,
    SpecialCauseImprovement,
    SpecialCauseConcern,
    SpecialCauseNeutralHigh,
    SpecialCauseNeutralLow,
}

/// <summary>Whether the limits clear the target.</summary>
public enum Assurance
{
    /// <summary>A limit is on the target, or the target between them, or there are no limits: hit and miss.</summary>
    Inconsistent,
    ConsistentPass,
    ConsistentFail,
}

/// <summary>NHS England's icons of variation.</summary>
public enum VariationIcon
{
    CommonCause,
    ImprovementHigh,
    ImprovementLow,
    ConcernHigh,
    ConcernLow,
    NeutralHigh,
    NeutralLow,
}

/// <summary>NHS England's icons of assurance.</summary>
public enum AssuranceIcon
{
    Inconsistent,
    Pass,
    Fail,
}

/// <summary>From rules and limits to variation, assurance and their icons.</summary>
public static class Judgement
{
    /// <summary>What a special cause means where the direction says which way is better.</summary>
    public static Variation Of(SpecialCause cause, Direction direction) => (cause.IsHigh(), direction) switch
    {
        (null, _) => Variation.CommonCause,
        (true, Direction.Increase) or (false, Direction.Decrease) => Variation.SpecialCauseImprovement,
        (_, not Direction.Neutral) => Variation.SpecialCauseConcern,
        (true, _) => Variation.SpecialCauseNeutralHigh,
        (false, _) => Variation.SpecialCauseNeutralLow,
    };

    /// <returns>Null without a target, or where neither direction is better.</returns>
    public static Assurance? Of(XmrLimits limits, decimal? target, Direction direction)
    {
        if (target is null || direction == Direction.Neutral)
            return null;

        // A comparison with limits that are undefined is false.
        var (isBeyondUpper, isBelowLower) = (target > limits.Upper, target < limits.Lower);
        return (isBeyondUpper || isBelowLower) switch
        {
            false => Assurance.Inconsistent,
            true => isBelowLower == (direction == Direction.Increase) ? Assurance.ConsistentPass : Assurance.ConsistentFail,
        };
    }

    public static VariationIcon IconOf(Variation variation, Direction direction) => variation switch
    {
        Variation.SpecialCauseImprovement => direction == Direction.Decrease ? VariationIcon.ImprovementLow : VariationIcon.ImprovementHigh,
        Variation.SpecialCauseConcern => direction == Direction.Decrease ? VariationIcon.ConcernHigh : VariationIcon.ConcernLow,
        Variation.SpecialCauseNeutralHigh => VariationIcon.NeutralHigh,
        Variation.SpecialCauseNeutralLow => VariationIcon.NeutralLow,
        _ => VariationIcon.CommonCause,
    };

    public static AssuranceIcon? IconOf(Assurance? assurance) => assurance switch
    {
        Assurance.ConsistentPass => AssuranceIcon.Pass,
        Assurance.ConsistentFail => AssuranceIcon.Fail,
        Assurance.Inconsistent => AssuranceIcon.Inconsistent,
        _ => null,
    };
}
