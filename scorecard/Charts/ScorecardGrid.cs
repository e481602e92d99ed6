using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;

namespace Stp.Scorecard.Charts;

/// <summary>The columns of the scorecard page, in pixels, and how its rows are shared out over pages.</summary>
internal static class ScorecardGrid
{
    public const double Left = 36;
    public const double Right = 1564;

    public const double TitleLeft = 52;
    public const double TitleRight = 376;
    public const double LatestRight = 520;
    public const double BaselineRight = 605;
    public const double PlanRight = 690;
    public const double TargetRight = 775;
    public const double VarianceRight = 885;
    public const double YearToDateRight = 975;
    public const double StatusCentre = 1020;
    public const double LineLeft = 1064;
    public const double LineRight = 1404;
    public const double DataLeft = 1424;

    /// <summary>The heading of a perspective.</summary>
    public const double HeadingHeight = 28;

    public const double RowFloor = 46;
    public const double RowCeiling = 98;

    /// <summary>The rows of each page: as few pages as rows of the least height allow, and about as many rows on each.</summary>
    /// <param name="height">The room for rows and headings on a page.</param>
    public static IReadOnlyList<IReadOnlyList<ScorecardRow>> Paginate(IReadOnlyList<ScorecardRow> rows, double height)
    {
        for (var pages = 1; ; pages++)
        {
            var chunks = rows.Chunk(Math.Max(1, (int)Math.Ceiling(rows.Count / (double)pages))).ToList();
            if (chunks.All(chunk => (chunk.Length * RowFloor) + HeadingsHeight(chunk) <= height) || pages >= rows.Count)
                return chunks.Count == 0 ? [[]] : chunks;
        }
    }

    public static double RowHeight(IReadOnlyList<ScorecardRow> rows, double height) =>
        rows.Count == 0 ? RowCeiling : Math.Min(RowCeiling, (height - HeadingsHeight(rows)) / rows.Count);

    public static string Heading(Perspective perspective) => perspective switch
    {
        Perspective.Patients => "PATIENTS",
        Perspective.ActivityAndProcess => "ACTIVITY AND PROCESS",
        Perspective.Workforce => "WORKFORCE",
        _ => "MONEY",
    };

    private static double HeadingsHeight(IEnumerable<ScorecardRow> rows) =>
        rows.Select(row => row.Perspective).Distinct().Count() * HeadingHeight;
}
