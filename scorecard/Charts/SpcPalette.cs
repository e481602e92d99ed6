using Stp.Scorecard.Spc;

namespace Stp.Scorecard.Charts;

/// <summary>The colours of "Making Data Count", with a shape for each kind of variation: colour never stands alone.</summary>
public static class SpcPalette
{
    /// <summary>Common cause, the line of values, the limits.</summary>
    public const string Grey = "#a6a6a6";

    public const string Mean = "#000000";

    public const string Target = "#de1b1b";

    /// <summary>The trajectory, and special causes where neither direction is better.</summary>
    public const string Purple = "#490092";

    public const string Improvement = "#00b0f0";

    public const string Concern = "#e46c0a";

    public static string Of(Variation variation) => variation switch
    {
        Variation.SpecialCauseImprovement => Improvement,
        Variation.SpecialCauseConcern => Concern,
        Variation.CommonCause => Grey,
        _ => Purple,
    };

    /// <summary>A symbol of the renderer.</summary>
    public static string Shape(Variation variation) => variation switch
    {
        Variation.SpecialCauseImprovement => "diamond",
        Variation.SpecialCauseConcern => "triangle",
        Variation.CommonCause => "circle",
        _ => "rect",
    };

    /// <summary>In pixels: a diamond of a circle's width looks smaller than it.</summary>
    public static double Size(Variation variation) => variation switch
    {
        Variation.SpecialCauseImprovement => 13,
        Variation.SpecialCauseConcern => 11,
        Variation.CommonCause => 8,
        _ => 9,
    };
}
