using Stp.Scorecard.Charts.Svg;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using static Stp.Scorecard.Charts.ScorecardGrid;

namespace Stp.Scorecard.Charts;

/// <summary>What the marks and lines of the scorecard page mean, and where its figures come from.</summary>
internal static class ScorecardFoot
{
    private static readonly TextStyle Legend = new(13);
    private static readonly TextStyle Source = new(12);

    public static void Draw(SvgCanvas canvas, Pack pack, double top, int page, int pages)
    {
        canvas.Line(Left, top, Right, top, Palette.Rule, 1.4);
        var y = top + 25;
        var x = TitleLeft;
        foreach (var (status, words) in Marks)
        {
            StatusMark.Draw(canvas, x + 8, y, 18, status);
            canvas.Text(x + 25, y, words, Legend, Palette.Quiet);
            x += 25 + canvas.Measure.Width(words, Legend) + 28;
        }

        foreach (var (words, colour, width, dash) in Lines)
        {
            canvas.Line(x, y, x + 34, y, colour, width, dash);
            canvas.Text(x + 42, y, words, Legend, Palette.Quiet);
            x += 42 + canvas.Measure.Width(words, Legend) + 28;
        }

        var number = pages > 1 ? $"Page {page} of {pages}" : string.Empty;
        var room = Right - TitleLeft - (pages > 1 ? canvas.Measure.Width(number, Source) + 30 : 0);
        canvas.Text(TitleLeft, y + 32, canvas.Measure.Shorten(pack.Source, room, Source), Source, Palette.Quiet);
        canvas.Text(Right, y + 32, number, Source, Palette.Quiet, TextAlign.Right);
    }

    private static readonly (RagStatus Status, string Words)[] Marks =
    [
        (RagStatus.Green, "at or better than plan"),
        (RagStatus.Amber, "within tolerance"),
        (RagStatus.Red, "beyond tolerance"),
        (RagStatus.Grey, "not judged"),
    ];

    private static readonly (string Words, string Colour, double Width, string Dash)[] Lines =
    [
        ("actual", Palette.Ink, 2, "none"),
        ("trajectory", Palette.DarkBlue, 1.6, Sparkline.Dashed),
        ("as first agreed", Palette.LightBlue, 1.4, Sparkline.Dashed),
        ("target", Palette.Quiet, 1.3, Sparkline.Dotted),
    ];
}
