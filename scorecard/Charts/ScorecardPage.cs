using Stp.Scorecard.Charts.Svg;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using static Stp.Scorecard.Charts.ScorecardGrid;

namespace Stp.Scorecard.Charts;

/// <summary>
/// The scorecard of a group in one image of 1600 x 900: what needs attention and what goes well, then a row a KPI by perspective.
/// More KPIs than rows of the least height fit go on to a second page.
/// </summary>
public static class ScorecardPage
{
    public const int Width = 1600;
    public const int Height = 900;

    private const double TableBottom = 818;
    private const double SummaryTop = 86;
    private const double SummaryLine = 25;

    private static readonly TextStyle Title = new(28, FontWeight.Bold);
    private static readonly TextStyle Partnership = new(16, FontWeight.SemiBold);
    private static readonly TextStyle Dates = new(14);
    private static readonly TextStyle Sentence = new(16);
    private static readonly TextStyle SentenceHead = new(16, FontWeight.Bold);
    private static readonly TextStyle ColumnHead = new(13, FontWeight.SemiBold);
    private static readonly TextStyle Heading = new(14, FontWeight.Bold);

    /// <returns>The pages, at least one.</returns>
    public static IReadOnlyList<Drawing> Draw(Pack pack, TextMeasure measure) =>
    [
        .. Canvases(pack, measure)
            .Select((page, i) => page.ToDrawing($"{pack.Group.Title} scorecard, {pack.Dates}, page {i + 1}")),
    ];

    /// <summary>The pages before they become text, so that their layout can be examined.</summary>
    public static IReadOnlyList<SvgCanvas> Canvases(Pack pack, TextMeasure measure)
    {
        var top = SummaryBottom(pack, measure) + 48;
        var pages = Paginate([.. pack.Rows], TableBottom - top);
        return [.. pages.Select((rows, page) => Page(pack, rows, page + 1, pages.Count, top, measure))];
    }

    private static SvgCanvas Page(Pack pack, IReadOnlyList<ScorecardRow> rows, int page, int pages, double top, TextMeasure measure)
    {
        var canvas = new SvgCanvas(Width, Height, measure);
        Band(canvas, pack);
        Summary(canvas, pack);
        ColumnHeads(canvas, pack, top - 20);
        Table(canvas, rows, top);
        ScorecardFoot.Draw(canvas, pack, TableBottom, page, pages);
        return canvas;
    }

    private static void Band(SvgCanvas canvas, Pack pack)
    {
        var datesWidth = canvas.Measure.Width(pack.Dates, Dates);
        var title = canvas.Measure.Shorten($"{pack.Group.Title} scorecard", Right - Left - datesWidth - 40, Title);
        canvas.Rectangle(0, 0, Width, 70, Palette.NhsBlue);
        canvas.Text(Left, 35, title, Title, Palette.White);
        var partnership = canvas.Measure.Shorten(pack.Partnership, Math.Max(datesWidth, 300), Partnership);
        canvas.Text(Right, 24, partnership, Partnership, Palette.White, TextAlign.Right);
        canvas.Text(Right, 48, pack.Dates, Dates, Palette.White, TextAlign.Right);
    }

    private static double SummaryBottom(Pack pack, TextMeasure measure) =>
        SummaryTop + 20 + ((Lines(pack.NeedsAttention, measure).Count + Lines(pack.GoingWell, measure).Count) * SummaryLine);

    private static IReadOnlyList<string> Lines(string sentence, TextMeasure measure) =>
        measure.Wrap(sentence, Right - TitleLeft - 16 - 150, 3, Sentence);

    private static void Summary(SvgCanvas canvas, Pack pack)
    {
        canvas.Rectangle(Left, SummaryTop, Right - Left, SummaryBottom(pack, canvas.Measure) - SummaryTop, Palette.Ground, 4);
        var y = SummaryTop + 10 + (SummaryLine / 2);
        foreach (var (head, sentence) in new[] { ("Needs attention:", pack.NeedsAttention), ("Going well:", pack.GoingWell) })
        {
            canvas.Text(TitleLeft, y, head, SentenceHead, Palette.Ink);
            foreach (var line in Lines(sentence, canvas.Measure))
            {
                canvas.Text(TitleLeft + 150, y, line, Sentence, Palette.Ink);
                y += SummaryLine;
            }
        }
    }

    private static void ColumnHeads(SvgCanvas canvas, Pack pack, double y)
    {
        void Head(double x, string text, TextAlign align) => canvas.Text(x, y, text, ColumnHead, Palette.Quiet, align);

        Head(TitleLeft, "Measure", TextAlign.Left);
        Head(LatestRight, "Latest", TextAlign.Right);
        Head(BaselineRight, "Baseline", TextAlign.Right);
        Head(PlanRight, "Plan", TextAlign.Right);
        Head(TargetRight, "Target", TextAlign.Right);
        Head(VarianceRight, "Plan: + better", TextAlign.Right);
        Head(YearToDateRight, "Year to date", TextAlign.Right);
        Head(StatusCentre, "Status", TextAlign.Centre);
        Head(LineLeft, $"{PackText.ShortMonth(pack.PlanMonths.From)} to {PackText.ShortMonth(pack.PlanMonths.To)}", TextAlign.Left);
        Head(DataLeft, "Data", TextAlign.Left);
        canvas.Line(Left, y + 18, Right, y + 18, Palette.Quiet, 1.4);
    }

    private static void Table(SvgCanvas canvas, IReadOnlyList<ScorecardRow> rows, double top)
    {
        var height = RowHeight(rows, TableBottom - top);
        var slots = new OrganisationSlots(rows, ScorecardRowDrawing.SplitSize(height), canvas.Measure);
        var y = top;
        foreach (var perspective in rows.GroupBy(row => row.Perspective))
        {
            canvas.Text(TitleLeft, y + 16, ScorecardGrid.Heading(perspective.Key), Heading, Palette.NhsBlue);
            y += HeadingHeight;
            canvas.Line(Left, y, Right, y, Palette.Rule, 1);
            foreach (var row in perspective)
            {
                ScorecardRowDrawing.Draw(canvas, row, slots, y, height);
                y += height;
                canvas.Line(Left, y, Right, y, Palette.FaintRule, 1);
            }
        }
    }
}
