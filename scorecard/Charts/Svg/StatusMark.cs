using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Status;

namespace Stp.Scorecard.Charts.Svg;

/// <summary>Status as shape, letter and colour: circle G, diamond A, square R, dashed ring –.</summary>
internal static class StatusMark
{
    /// <param name="size">The side of the square; the others look as large.</param>
    public static void Draw(SvgCanvas canvas, double x, double y, double size, RagStatus status)
    {
        Shape(canvas, x, y, size, status);
        var letter = new TextStyle(size * 0.58, FontWeight.Bold);
        canvas.Text(x, y, Palette.Letter(status), letter, Palette.LetterColour(status), TextAlign.Centre);
    }

    /// <summary>The mark without its letter, for the end of a small line.</summary>
    public static void Shape(SvgCanvas canvas, double x, double y, double size, RagStatus status)
    {
        var half = size / 2;
        switch (status)
        {
            case RagStatus.Green:
                canvas.Circle(x, y, half * 1.06, Palette.Green, "none", 0);
                break;
            case RagStatus.Amber:
                var reach = half * 1.34;
                canvas.Polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], Palette.Amber);
                break;
            case RagStatus.Red:
                canvas.Rectangle(x - half, y - half, size, size, Palette.Red, size * 0.12);
                break;
            default:
                canvas.Circle(x, y, half, Palette.White, Palette.Quiet, Math.Max(1, size * 0.06), size > 14 ? "3 2.4" : "none");
                break;
        }
    }
}
