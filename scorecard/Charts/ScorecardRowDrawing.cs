using Stp.Scorecard.Charts.Svg;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using static Stp.Scorecard.Charts.ScorecardGrid;

namespace Stp.Scorecard.Charts;

/// <summary>One row of the scorecard page: the partnership's figures, and under them how each organisation stands.</summary>
internal static class ScorecardRowDrawing
{
    /// <summary>From this height on the organisations are written larger.</summary>
    private const double RoomForLargeSplit = 64;

    /// <summary>From this height on a long title may take two lines.</summary>
    private const double RoomForTwoLines = 56;

    private static readonly TextStyle Title = new(16);
    private static readonly TextStyle LongTitle = new(13);
    private static readonly TextStyle Latest = new(18, FontWeight.Bold);
    private static readonly TextStyle Number = new(15);
    private static readonly TextStyle Small = new(12);
    private static readonly TextStyle SmallNumber = new(12, FontWeight.SemiBold);

    /// <param name="slots">Where the organisations of the page stand, each in one column from row to row.</param>
    public static void Draw(SvgCanvas canvas, ScorecardRow row, OrganisationSlots slots, double top, double height)
    {
        var split = SplitSize(height);
        var gap = Math.Min(14, (height - 36) / 2);
        var middle = top + (height / 2) - (row.Organisations.Count > 0 ? (split + gap) / 2 : 0);
        DrawTitle(canvas, row, middle, height);
        DrawNumbers(canvas, row, middle);
        DrawSplit(canvas, row, slots, top + (height / 2) + 8 + (gap / 2), split);
        StatusMark.Draw(canvas, StatusCentre, middle, Math.Min(22, height * 0.46), row.Status);
        DrawLine(canvas, row, top, height);
        var (style, colour) = row.NeedsCare ? (SmallNumber, Palette.Ink) : (Small, Palette.Quiet);
        DrawWords(canvas, row.DataNote, DataLeft, Right, top, height, style, colour);
    }

    /// <summary>The size of the organisations' names in rows of a height.</summary>
    public static double SplitSize(double height) => height >= RoomForLargeSplit ? 14 : 12;

    private static void DrawTitle(SvgCanvas canvas, ScorecardRow row, double middle, double height)
    {
        const double width = TitleRight - TitleLeft;
        var style = canvas.Measure.Width(row.Title, Title) > width ? LongTitle : Title;
        var lines = canvas.Measure.Wrap(row.Title, width, height >= RoomForTwoLines ? 2 : 1, style);
        foreach (var (i, line) in lines.Index())
            canvas.Text(TitleLeft, middle + ((i - ((lines.Count - 1) / 2.0)) * 16), line, style, Palette.Ink);
    }

    private static void DrawNumbers(SvgCanvas canvas, ScorecardRow row, double middle)
    {
        var month = canvas.Measure.Width(row.LatestMonth, Small);
        var left = TitleRight + 8;
        var room = LatestRight - left - (month > 0 ? month + 10 : 0);
        var latest = Fitted(canvas, LatestRight, middle, row.Latest, Latest, room, Palette.Ink);
        canvas.Text(LatestRight - latest - 10, middle + 1, row.LatestMonth, Small, Palette.Quiet, TextAlign.Right);

        Fitted(canvas, BaselineRight, middle, row.Baseline, Number, BaselineRight - LatestRight - 10, Palette.Quiet);
        Fitted(canvas, PlanRight, middle, row.Plan, Number, PlanRight - BaselineRight - 10, Palette.Ink);
        Fitted(canvas, TargetRight, middle, row.Target, Number, TargetRight - PlanRight - 10, Palette.Ink);
        var variance = row.Status == RagStatus.Red ? Palette.Red : Palette.Ink;
        Fitted(canvas, VarianceRight, middle, row.Variance, Number, VarianceRight - TargetRight - 10, variance);
        Fitted(canvas, YearToDateRight, middle, row.YearToDate, Number, YearToDateRight - VarianceRight - 10, Palette.Ink);
    }

    /// <summary>A number as large as its column allows; it is never cut, since a cut number is another number.</summary>
    /// <returns>Its width.</returns>
    private static double Fitted(SvgCanvas canvas, double right, double middle, string text, TextStyle style, double room, string colour)
    {
        var width = canvas.Measure.Width(text, style);
        var fitted = width > room ? style with { Size = style.Size * room / width } : style;
        canvas.Text(right, middle, text, fitted, colour, TextAlign.Right);
        return Math.Min(width, room);
    }

    private static void DrawSplit(SvgCanvas canvas, ScorecardRow row, OrganisationSlots slots, double middle, double size)
    {
        foreach (var organisation in row.Organisations)
        {
            var (left, width) = slots.Of(organisation.Code);
            StatusMark.Draw(canvas, left + 8, middle, size + 1, organisation.Status);
            var value = new TextStyle(size, FontWeight.SemiBold);
            var room = width - OrganisationSlots.Furniture - canvas.Measure.Width(organisation.Value, value);
            var name = canvas.Measure.Shorten(organisation.ShortName, room, new TextStyle(size));
            canvas.Text(left + 22, middle, name, new TextStyle(size), Palette.Quiet);
            canvas.Text(left + 28 + canvas.Measure.Width(name, new TextStyle(size)), middle, organisation.Value, value, Palette.Ink);
        }
    }

    private static void DrawLine(SvgCanvas canvas, ScorecardRow row, double top, double height)
    {
        if (row.Reason.Length > 0)
        {
            DrawWords(canvas, row.Reason, LineLeft, LineRight, top, height, Small, Palette.Quiet);
            return;
        }

        var margin = Math.Min(12, height * 0.16);
        Sparkline.Draw(canvas, row.Trend, LineLeft, top + margin, LineRight - LineLeft, height - (2 * margin));
    }

    private static void DrawWords(
        SvgCanvas canvas, string words, double left, double right, double top, double height, TextStyle style, string colour)
    {
        var lines = canvas.Measure.Wrap(words, right - left, Math.Min(4, (int)(height / 14.5)), style);
        foreach (var (i, line) in lines.Index())
            canvas.Text(left, top + (height / 2) + ((i - ((lines.Count - 1) / 2.0)) * 14.5), line, style, colour);
    }
}
