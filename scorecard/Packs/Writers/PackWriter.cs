using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;

namespace Stp.Scorecard.Packs.Writers;

/// <summary>
/// Writes a pack as a directory: images of the scorecard and of every trend, and a page that holds them all. It is written beside its
/// place under another name and moved there whole, so that a reader never sees half of it. A picture that an earlier pack of the same
/// writer holds is copied: the board sees what its groups see.
/// </summary>
public sealed class PackWriter(ChartWorkers workers, TextMeasure measure)
{
    private readonly Dictionary<Drawing, string> _drawn = [];

    /// <param name="directory">Replaced if it exists.</param>
    /// <returns>How many images the pack holds.</returns>
    /// <exception cref="ChartException">A chart could not be drawn; the directory is as it was.</exception>
    public async Task<int> WriteAsync(Pack pack, string directory, CancellationToken cancellation = default)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var unfinished = place + ".unfinished";
        Remove(unfinished);
        Directory.CreateDirectory(unfinished);
        try
        {
            var drawings = Drawings(pack, measure);
            var isRepeated = drawings.ToLookup(each => _drawn.ContainsKey(each.Drawing));
            foreach (var (name, drawing) in isRepeated[true])
            {
                Copy(_drawn[drawing], Path.Combine(unfinished, name));
            }

            await workers.DrawAsync(isRepeated[false].Select(each => Request(unfinished, each)), cancellation);
            await File.WriteAllTextAsync(Path.Combine(unfinished, PackFiles.Page), HtmlPage.Write(pack, ScorecardPages(drawings)), cancellation);
            PackManifest.Of(pack, drawings.Select(drawing => drawing.Name)).Write(unfinished);
            Swap(unfinished, place);
            foreach (var (name, drawing) in isRepeated[false])
            {
                _drawn.TryAdd(drawing, Path.Combine(place, name));
            }

            return drawings.Count;
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>Every image of the pack by its file name.</summary>
    public static IReadOnlyList<(string Name, Drawing Drawing)> Drawings(Pack pack, TextMeasure measure) =>
    [
        .. ScorecardPage.Draw(pack, measure).Select((page, i) => (PackFiles.Scorecard(i + 1), page)),
        .. pack.Sections.SelectMany(section => Drawings(section, measure)),
    ];

    private static IEnumerable<(string Name, Drawing Drawing)> Drawings(PackSection section, TextMeasure measure)
    {
        if (section.Own is { } own)
            yield return (PackFiles.Trend(own), TrendChart.Draw(own, measure));
        if (section.Compared.Count > 0)
            yield return (PackFiles.Comparison(section), TrendByOrganisationChart.Draw(section, measure));
        foreach (var trend in section.Members)
            yield return (PackFiles.Trend(trend), TrendChart.Draw(trend, measure));
    }

    private static ChartRequest Request(string directory, (string Name, Drawing Drawing) each)
    {
        var file = Path.Combine(directory, each.Name);
        return new ChartRequest(each.Name, each.Drawing, file + ".svg", file + ".png");
    }

    private static void Copy(string from, string to)
    {
        File.Copy(from + ".svg", to + ".svg");
        File.Copy(from + ".png", to + ".png");
    }

    private static int ScorecardPages(IReadOnlyList<(string Name, Drawing Drawing)> drawings) =>
        drawings.Count(drawing => drawing.Drawing.Form == DrawingForm.Svg);

    /// <summary>
    /// A directory cannot be replaced in one step: the old one steps aside first and comes back if the new one cannot take its place.
    /// </summary>
    private static void Swap(string unfinished, string place)
    {
        var old = place + ".old";
        Remove(old);
        if (Directory.Exists(place))
            Directory.Move(place, old);
        try
        {
            Directory.Move(unfinished, place);
        }
        catch (IOException) when (Directory.Exists(old))
        {
            Directory.Move(old, place);
            throw;
        }

        Remove(old);
    }

    private static void Remove(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
