using Stp.Scorecard.Status;

namespace Stp.Scorecard.Charts;

/// <summary>
/// The NHS identity colours that charts use. Each meaning also has a shape, a letter or a line style: colour never stands alone.
/// </summary>
public static class Palette
{
    public const string White = "#FFFFFF";

    /// <summary>Text and the line of actual values.</summary>
    public const string Ink = "#212B32";

    /// <summary>Secondary text: 7:1 against white.</summary>
    public const string Quiet = "#4C6272";

    /// <summary>Axes and rules that separate sections.</summary>
    public const string Rule = "#AEB7BD";

    /// <summary>Rules between rows, grid lines.</summary>
    public const string FaintRule = "#E3E8EB";

    /// <summary>The ground of a box.</summary>
    public const string Ground = "#E8EDEE";

    public const string NhsBlue = "#005EB8";

    public const string DarkBlue = "#003087";

    /// <summary>The plan as it was first agreed.</summary>
    public const string LightBlue = "#7FAEDB";

    public const string Red = "#DA291C";

    public const string Amber = "#FFB81C";

    public const string Green = "#007F3B";

    /// <summary>The colour of a status mark.</summary>
    public static string Of(RagStatus status) => status switch
    {
        RagStatus.Green => Green,
        RagStatus.Amber => Amber,
        RagStatus.Red => Red,
        _ => White,
    };

    /// <summary>The letter inside a status mark, in ink that reads on its colour.</summary>
    public static string LetterColour(RagStatus status) => status is RagStatus.Green or RagStatus.Red ? White : Ink;

    public static string Letter(RagStatus status) => status switch
    {
        RagStatus.Green => "G",
        RagStatus.Amber => "A",
        RagStatus.Red => "R",
        _ => "–",
    };
}
