using System.Globalization;
using System.Security;
using System.Text;
using Stp.Scorecard.Charts.Text;

namespace Stp.Scorecard.Charts.Svg;

/// <summary>Which side of a text its x is.</summary>
public enum TextAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>Where a text stands, as wide as its letters and as high as its font size.</summary>
public sealed record TextBox(string Text, double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>A drawing made element by element. It knows where each of its texts stands, so that nothing need collide.</summary>
public sealed class SvgCanvas(int width, int height, TextMeasure measure)
{
    /// <summary>From the middle of a line of Open Sans down to the line that its letters stand on, per size.</summary>
    private const double BaselineBelowMiddle = 0.36;

    private readonly StringBuilder _elements = new();
    private readonly List<TextBox> _texts = [];

    public TextMeasure Measure => measure;

    public IReadOnlyList<TextBox> Texts => _texts;

    /// <param name="middle">The middle of the line of text.</param>
    public void Text(double x, double middle, string text, TextStyle style, string colour, TextAlign align = TextAlign.Left)
    {
        if (text.Length == 0)
            return;

        var textWidth = measure.Width(text, style);
        var left = align switch { TextAlign.Left => x, TextAlign.Centre => x - (textWidth / 2), _ => x - textWidth };
        _texts.Add(new TextBox(text, left, middle - (style.Size / 2), textWidth, style.Size));
        var anchor = align switch { TextAlign.Left => "start", TextAlign.Centre => "middle", _ => "end" };
        Open(
            "text", ("x", x), ("y", middle + (style.Size * BaselineBelowMiddle)), ("font-size", style.Size),
            ("font-weight", (int)style.Weight), ("fill", colour), ("text-anchor", anchor));
        _elements.Append('>').Append(SecurityElement.Escape(text)).Append("</text>\n");
    }

    public void Rectangle(double x, double y, double rectangleWidth, double rectangleHeight, string fill, double radius = 0) =>
        Add("rect", ("x", x), ("y", y), ("width", rectangleWidth), ("height", rectangleHeight), ("rx", radius), ("fill", fill));

    public void Circle(double x, double y, double radius, string fill, string stroke, double strokeWidth, string dash = "none") => Add(
        "circle", ("cx", x), ("cy", y), ("r", radius), ("fill", fill),
        ("stroke", stroke), ("stroke-width", strokeWidth), ("stroke-dasharray", dash));

    public void Line(double x1, double y1, double x2, double y2, string stroke, double strokeWidth, string dash = "none") => Add(
        "line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2),
        ("stroke", stroke), ("stroke-width", strokeWidth), ("stroke-dasharray", dash));

    public void Polygon(IEnumerable<(double X, double Y)> corners, string fill) =>
        Add("polygon", ("points", Points(corners)), ("fill", fill));

    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke, double strokeWidth, string dash = "none") => Add(
        "polyline", ("points", Points(points)), ("fill", "none"),
        ("stroke", stroke), ("stroke-width", strokeWidth), ("stroke-linejoin", "round"), ("stroke-dasharray", dash));

    /// <param name="title">What a reader who cannot see the picture is told.</param>
    public Drawing ToDrawing(string title)
    {
        var svg = string.Create(CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
              font-family="Open Sans" role="img">
            <title>{SecurityElement.Escape(title)}</title>
            <rect width="{width}" height="{height}" fill="{Palette.White}"/>
            {_elements}</svg>

            """);
        return new Drawing(DrawingForm.Svg, svg, width, height);
    }

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));

    private void Add(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Open(element, attributes);
        _elements.Append("/>\n");
    }

    private void Open(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        _elements.Append('<').Append(element);
        foreach (var (name, value) in attributes)
            _elements.Append(CultureInfo.InvariantCulture, $" {name}=\"{value:0.##}\"");
    }
}
