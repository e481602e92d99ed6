using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Spc;

namespace Stp.Scorecard.Charts;

/// <summary>NHS England's icons of variation and assurance, drawn plainly: a ring in the icon's colour round its letter or sign.</summary>
internal static class SpcIcons
{
    private const double Radius = 21;
    private const double Top = 46;

    private static readonly TextStyle Letter = new(22, FontWeight.Bold);
    private static readonly TextStyle Caption = new(11);

    /// <summary>Dots that wander: no significant change.</summary>
    private static readonly (double X, double Y)[] Wandering = [(-12, 4), (-6, -5), (0, 3), (6, -4), (12, 2)];

    /// <summary>Side by side in the room given; without a target variation stands alone, to the right.</summary>
    public static IEnumerable<object> Draw(SpcResult result, double left, double width)
    {
        var right = left + width - (width / 4);
        var variation = result.AssuranceIcon is null ? right : left + (width / 4);
        return [.. Variation(result.VariationIcon, variation), .. result.AssuranceIcon is { } icon ? Assurance(icon, right) : []];
    }

    private static IEnumerable<object> Variation(VariationIcon icon, double x) => icon switch
    {
        VariationIcon.ImprovementHigh => Lettered(x, SpcPalette.Improvement, "H", "variation"),
        VariationIcon.ImprovementLow => Lettered(x, SpcPalette.Improvement, "L", "variation"),
        VariationIcon.ConcernHigh => Lettered(x, SpcPalette.Concern, "H", "variation"),
        VariationIcon.ConcernLow => Lettered(x, SpcPalette.Concern, "L", "variation"),
        VariationIcon.NeutralHigh => [.. Ring(x, SpcPalette.Purple, "variation"), Arrow(x, -1)],
        VariationIcon.NeutralLow => [.. Ring(x, SpcPalette.Purple, "variation"), Arrow(x, 1)],
        _ => [.. Ring(x, SpcPalette.Grey, "variation"), .. Wandering.Select(dot => Circle(x + dot.X, Top + dot.Y, 2.6, SpcPalette.Grey, SpcPalette.Grey))],
    };

    private static IEnumerable<object> Assurance(AssuranceIcon icon, double x) => icon switch
    {
        AssuranceIcon.Pass => Lettered(x, SpcPalette.Improvement, "P", "assurance"),
        AssuranceIcon.Fail => Lettered(x, SpcPalette.Concern, "F", "assurance"),
        _ => Lettered(x, SpcPalette.Grey, "?", "assurance"),
    };

    private static IEnumerable<object> Lettered(double x, string colour, string letter, string caption) =>
        [.. Ring(x, colour, caption), OptionText.Text(x, Top, letter, Letter, Palette.Ink, "center")];

    private static IEnumerable<object> Ring(double x, string colour, string caption) =>
    [
        Circle(x, Top, Radius, Palette.White, colour),
        OptionText.Text(x, Top + Radius + 12, caption, Caption, Palette.Quiet, "center"),
    ];

    private static object Circle(double x, double y, double radius, string fill, string stroke) => new
    {
        type = "circle",
        silent = true,
        z = 18,
        shape = new { cx = OptionText.Pixel(x), cy = OptionText.Pixel(y), r = radius },
        style = new { fill, stroke, lineWidth = radius > 10 ? 4 : 0 },
    };

    /// <param name="way">−1 for up, 1 for down.</param>
    private static object Arrow(double x, int way) => new
    {
        type = "polygon",
        silent = true,
        z = 19,
        shape = new
        {
            points = new (double X, double Y)[] { (0, 12), (9, 1), (3.5, 1), (3.5, -11), (-3.5, -11), (-3.5, 1), (-9, 1) }
                .Select(point => new[] { OptionText.Pixel(x + point.X), OptionText.Pixel(Top + (way * point.Y)) }),
        },
        style = new { fill = SpcPalette.Purple },
    };
}
