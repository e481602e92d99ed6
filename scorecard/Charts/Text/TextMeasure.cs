namespace Stp.Scorecard.Charts.Text;

/// <summary>The weights of Open Sans that travel with the program.</summary>
public enum FontWeight
{
    Regular = 400,
    SemiBold = 600,
    Bold = 700,
}

/// <summary>Size in pixels and weight of a text.</summary>
public readonly record struct TextStyle(double Size, FontWeight Weight = FontWeight.Regular);

/// <summary>How wide texts are in the bundled font, and how to make them fit.</summary>
public sealed class TextMeasure(FontFace regular, FontFace semiBold, FontFace bold)
{
    private const string Ellipsis = "…";

    /// <summary>Reads the fonts that the build puts beside the program.</summary>
    public static TextMeasure Bundled { get; } = new(Read("400Regular"), Read("600SemiBold"), Read("700Bold"));

    public double Width(string text, TextStyle style) => Face(style.Weight).Width(text, style.Size);

    /// <summary>The text, cut after the last letter that fits and closed with "…" when it is wider than <paramref name="width"/>.</summary>
    public string Shorten(string text, double width, TextStyle style)
    {
        if (Width(text, style) <= width)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && Width(text[..length].TrimEnd() + Ellipsis, style) > width)
        {
            length--;
        }

        return text[..length].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in lines no wider than <paramref name="width"/>, broken at spaces; what does not fit ends in "…".</summary>
    /// <param name="maxLines">At least 1.</param>
    public IReadOnlyList<string> Wrap(string text, double width, int maxLines, TextStyle style)
    {
        var lines = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            if (lines.Count == maxLines - 1 || Width(rest, style) <= width)
            {
                lines.Add(Shorten(rest, width, style));
                break;
            }

            var end = EndOfLine(rest, width, style);
            lines.Add(Shorten(rest[..end], width, style));
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, in as many lines, but about as long as one another: no last line of one word.</summary>
    public IReadOnlyList<string> WrapEvenly(string text, double width, int maxLines, TextStyle style)
    {
        const double step = 20;
        var lines = Wrap(text, width, maxLines, style);
        for (var narrower = width - step; narrower > width / 2 && lines.Count > 1; narrower -= step)
        {
            var tried = Wrap(text, narrower, maxLines, style);
            if (string.Join(' ', tried) != string.Join(' ', lines))
                break;
            lines = tried;
        }

        return lines;
    }

    /// <summary>Where the first line ends: after the last word that fits, or after the first word where even that is too wide.</summary>
    private int EndOfLine(string text, double width, TextStyle style)
    {
        var end = 0;
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
        {
            if (end > 0 && Width(text[..space], style) > width)
            {
                break;
            }

            end = space;
        }

        return end == 0 ? text.Length : end;
    }

    private FontFace Face(FontWeight weight) => weight switch
    {
        FontWeight.Regular => regular,
        FontWeight.SemiBold => semiBold,
        _ => bold,
    };

    private static FontFace Read(string style)
    {
        var fonts = Path.Combine(AppContext.BaseDirectory, "charts", "node_modules", "@expo-google-fonts", "open-sans");
        var file = Path.Combine(fonts, style, $"OpenSans_{style}.ttf");
        return new FontFace(File.ReadAllBytes(file));
    }
}
