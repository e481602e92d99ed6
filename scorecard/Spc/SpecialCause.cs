namespace Stp.Scorecard.Spc;

/// <summary>The rule that a point is flagged by: of several the first in this order.</summary>
public enum SpecialCause
{
    CommonCause,
    AboveUpperLimit,
    BelowLowerLimit,
    TrendIncreasing,
    TrendDecreasing,
    TwoInThreeAbove,
    TwoInThreeBelow,
    ShiftAbove,
    ShiftBelow,
}

/// <summary>How special causes are called.</summary>
public static class SpecialCauses
{
    /// <summary>The label that NHSRplotthedots writes.</summary>
    public static string Label(this SpecialCause cause) => cause switch
    {
        SpecialCause.AboveUpperLimit => "Above UCL",
        SpecialCause.BelowLowerLimit => "Below LCL",
        SpecialCause.TrendIncreasing => "7 Point Trend (Increasing)",
        SpecialCause.TrendDecreasing => "7 Point Trend (Decreasing)",
        SpecialCause.TwoInThreeAbove => "2 in 3 Above CL",
        SpecialCause.TwoInThreeBelow => "2 in 3 Below CL",
        SpecialCause.ShiftAbove => "7 Points Above CL",
        SpecialCause.ShiftBelow => "7 Points Below CL",
        _ => "Common Cause",
    };

    /// <returns>Whether values are high or rising; null for common cause.</returns>
    public static bool? IsHigh(this SpecialCause cause) => cause switch
    {
        SpecialCause.CommonCause => null,
        SpecialCause.AboveUpperLimit or SpecialCause.TrendIncreasing or SpecialCause.TwoInThreeAbove or SpecialCause.ShiftAbove => true,
        _ => false,
    };
}
