namespace Stp.Scorecard.Charts;

/// <summary>Sets labels one above the other, each as near to its line as the others allow.</summary>
public static class LabelPlacement
{
    /// <param name="wanted">The centre that each label wants, downwards.</param>
    /// <param name="heights">The height of each label.</param>
    /// <returns>The centre that each label gets, in the order given. Labels never overlap; in too small a room they run out below it.</returns>
    public static IReadOnlyList<double> Place(IReadOnlyList<double> wanted, IReadOnlyList<double> heights, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToList();
        var clusters = new List<Cluster>();
        foreach (var i in order)
        {
            clusters.Add(new Cluster([i], heights[i], wanted[i] - (heights[i] / 2)).Within(top, bottom));
            while (clusters.Count > 1 && clusters[^2].Bottom > clusters[^1].Top)
            {
                var merged = clusters[^2].With(clusters[^1], wanted, heights).Within(top, bottom);
                clusters.RemoveRange(clusters.Count - 2, 2);
                clusters.Add(merged);
            }
        }

        var centres = new double[wanted.Count];
        foreach (var cluster in clusters)
        {
            var y = cluster.Top;
            foreach (var i in cluster.Labels)
            {
                centres[i] = y + (heights[i] / 2);
                y += heights[i];
            }
        }

        return centres;
    }

    /// <summary>Labels that touch, from the top one down.</summary>
    private sealed record Cluster(IReadOnlyList<int> Labels, double Height, double Top)
    {
        public double Bottom => Top + Height;

        public Cluster Within(double top, double bottom) => this with { Top = Math.Max(top, Math.Min(Top, bottom - Height)) };

        /// <summary>Both together, where the labels are moved least on average.</summary>
        public Cluster With(Cluster below, IReadOnlyList<double> wanted, IReadOnlyList<double> heights)
        {
            List<int> labels = [.. Labels, .. below.Labels];
            var offset = 0.0;
            var tops = 0.0;
            foreach (var i in labels)
            {
                tops += wanted[i] - (heights[i] / 2) - offset;
                offset += heights[i];
            }

            return new Cluster(labels, Height + below.Height, tops / labels.Count);
        }
    }
}
