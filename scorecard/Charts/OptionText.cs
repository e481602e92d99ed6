using System.Text.Encodings.Web;
using System.Text.Json;
using Stp.Scorecard.Charts.Text;

namespace Stp.Scorecard.Charts;

/// <summary>The parts of a chart option that every chart has.</summary>
internal static class OptionText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(object option) => JsonSerializer.Serialize(option, Readable);

    /// <summary>A text on the chart; <paramref name="y"/> is its middle.</summary>
    /// <param name="align">left, center or right: which side of the text <paramref name="x"/> is.</param>
    public static object Text(double x, double y, string text, TextStyle style, string colour, string align = "left") => new
    {
        type = "text",
        silent = true,
        z = 20,
        style = new
        {
            x = Pixel(x),
            y = Pixel(y),
            text,
            fontSize = style.Size,
            fontWeight = (int)style.Weight,
            fontFamily = "Open Sans",
            fill = colour,
            align,
            verticalAlign = "middle",
        },
    };

    /// <summary>A straight line on the chart.</summary>
    public static object Line(double x1, double y1, double x2, double y2, string colour, double width = 1) => new
    {
        type = "line",
        silent = true,
        z = 1,
        shape = new { x1 = Pixel(x1), y1 = Pixel(y1), x2 = Pixel(x2), y2 = Pixel(y2) },
        style = new { stroke = colour, lineWidth = width },
    };

    /// <summary>Tenths of a pixel: enough for any printer, and readable in an approved file.</summary>
    public static double Pixel(double value) => Math.Round(value, 1);
}
