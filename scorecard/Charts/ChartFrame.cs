using Stp.Scorecard.Charts.Text;

namespace Stp.Scorecard.Charts;

/// <summary>What stands above and below a chart's plot, and the room that it leaves.</summary>
/// <param name="Top">Where the plot may begin.</param>
/// <param name="Bottom">Where the plot must end, so that the years fit under it.</param>
internal sealed record ChartFrame(IReadOnlyList<object> Texts, double Top, double Bottom)
{
    private const double Margin = 24;
    private const double YearsHeight = 30;

    private static readonly TextStyle Title = new(21, FontWeight.SemiBold);
    private static readonly TextStyle Subtitle = new(13);
    private static readonly TextStyle Note = new(12, FontWeight.SemiBold);
    private static readonly TextStyle Foot = new(11);

    /// <summary>The message as title (two lines at most), what is shown below it, and at the foot the note and the source.</summary>
    public static ChartFrame Around(string message, string subtitle, string note, string source, int width, int height, TextMeasure measure)
    {
        var room = width - (2 * Margin);
        var texts = new List<object>();
        var y = Margin + 10;
        foreach (var line in measure.WrapEvenly(message, room, 2, Title))
        {
            texts.Add(OptionText.Text(Margin, y, line, Title, Palette.Ink));
            y += 27;
        }

        foreach (var line in measure.WrapEvenly(subtitle, room, 2, Subtitle))
        {
            texts.Add(OptionText.Text(Margin, y, line, Subtitle, Palette.Quiet));
            y += 19;
        }

        var foot = height - 14.0;
        foreach (var line in measure.WrapEvenly(source, room, 2, Foot).Reverse())
        {
            texts.Add(OptionText.Text(Margin, foot, line, Foot, Palette.Quiet));
            foot -= 15;
        }

        foreach (var line in measure.WrapEvenly(note, room, 2, Note).Reverse())
        {
            texts.Add(OptionText.Text(Margin, foot, line, Note, Palette.Ink));
            foot -= 17;
        }

        return new ChartFrame(texts, y + 26, foot - YearsHeight);
    }
}
