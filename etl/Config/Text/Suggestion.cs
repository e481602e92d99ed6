namespace Stp.Etl.Config.Text;

/// <summary>Finds what someone probably meant.</summary>
internal static class Suggestion
{
    /// <summary>"Did you mean 'x'?" where one of the known words is close; else the list of them all.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        var words = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var nearest = words.MinBy(candidate => Distance(word, candidate));
        if (nearest is not null && Distance(word, nearest) <= Math.Max(1, Math.Max(word.Length, nearest.Length) / 3))
            return $"Did you mean '{nearest}'?";

        return words.Count switch
        {
            0 => "There is none yet.",
            <= 30 => $"Write one of: {string.Join(", ", words)}.",
            _ => string.Empty,
        };
    }

    /// <summary>
    /// Edits from one word to the other, whatever their case: letters put in, taken out, changed, or two neighbours swapped.
    /// Source: optimal string alignment, Boytsov 2011.
    /// </summary>
    public static int Distance(string left, string right)
    {
        var (a, b) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                edits[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1,
                        edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (isSwap)
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[a.Length, b.Length];
    }
}
