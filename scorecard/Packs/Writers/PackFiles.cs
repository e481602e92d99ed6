namespace Stp.Scorecard.Packs.Writers;

/// <summary>What the files of a pack are called, without their endings: lower case, in the order of a listing.</summary>
public static class PackFiles
{
    public const string Page = "index.html";

    /// <param name="page">From 1.</param>
    public static string Scorecard(int page) => page == 1 ? "scorecard" : $"scorecard-{page}";

    public static string Trend(Trend trend) => $"trend-{Part(trend.Kpi)}-{Part(trend.Organisation)}";

    public static string Comparison(PackSection section) => $"trend-{Part(section.Row.Kpi)}-by-organisation";

    /// <summary>Letters and digits of an id, in lower case, the rest as hyphens: nothing in config can name a path.</summary>
    private static string Part(string id) =>
        string.Concat(id.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-'));
}
