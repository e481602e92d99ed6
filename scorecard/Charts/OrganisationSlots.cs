using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Packs;
using static Stp.Scorecard.Charts.ScorecardGrid;

namespace Stp.Scorecard.Charts;

/// <summary>
/// The columns in which the organisations of a page stand under its rows: each as wide as its longest name and value, and no organisation
/// of another page among them. Where they do not all fit, each gives way in proportion.
/// </summary>
internal sealed class OrganisationSlots
{
    /// <summary>The mark before a name, the space between name and value, and that before the next organisation.</summary>
    public const double Furniture = 44;

    /// <summary>Few organisations are spread no wider than this.</summary>
    private const double Widest = 260;

    private readonly Dictionary<string, (double Left, double Width)> _slots = new(StringComparer.Ordinal);

    /// <param name="size">The size that names and values are written in.</param>
    public OrganisationSlots(IEnumerable<ScorecardRow> rows, double size, TextMeasure measure)
    {
        const double room = YearToDateRight - TitleLeft;
        var organisations = rows.SelectMany(row => row.Organisations).GroupBy(organisation => organisation.Code, StringComparer.Ordinal).ToList();
        var widths = organisations.Select(organisation => organisation.Max(each =>
            Furniture + measure.Width(each.ShortName, new TextStyle(size)) + measure.Width(each.Value, new TextStyle(size, FontWeight.SemiBold)))).ToList();
        var spread = Math.Min(Widest, room / Math.Max(1, organisations.Count));
        var wanted = widths.TrueForAll(width => width <= spread) ? widths.Select(_ => spread).ToList() : widths;
        var share = Math.Min(1, room / Math.Max(1, wanted.Sum()));
        var left = TitleLeft;
        foreach (var (organisation, width) in organisations.Zip(wanted))
        {
            _slots[organisation.Key] = (left, width * share);
            left += width * share;
        }
    }

    public (double Left, double Width) Of(string code) => _slots[code];
}
