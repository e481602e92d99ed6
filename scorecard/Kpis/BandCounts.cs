namespace Stp.Scorecard.Kpis;

/// <summary>Which percentile of a banded measure a KPI is.</summary>
/// <param name="Share">Between 0 and 1: 0.5 is the median.</param>
/// <param name="OpenFrom">The first band that has no end (52 of "52 weeks and more"); those above it count with it.</param>
public sealed record Percentile(decimal Share, int OpenFrom);

/// <summary>How a count spreads over bands: band b holds what is more than b and no more than b + 1 of the measure's unit, such as weeks of wait.</summary>
internal sealed class BandCounts
{
    private readonly SortedDictionary<int, decimal> _counts;

    private BandCounts(SortedDictionary<int, decimal> counts) => _counts = counts;

    public static BandCounts Of(int band, decimal count) => new(new SortedDictionary<int, decimal> { [band] = count });

    public BandCounts Plus(BandCounts other)
    {
        var sum = new SortedDictionary<int, decimal>(_counts);
        foreach (var (band, count) in other._counts)
            sum[band] = sum.GetValueOrDefault(band) + count;

        return new BandCounts(sum);
    }

    /// <summary>
    /// Where the wanted share of the count lies, as national statistics take it from a banded return: those within a band are taken
    /// to be spread evenly over it.
    /// </summary>
    /// <returns>Null where nothing is counted, or where it lies in the open band.</returns>
    public decimal? At(Percentile wanted)
    {
        var place = _counts.Values.Sum() * wanted.Share;
        var below = 0m;
        foreach (var (band, count) in _counts)
        {
            if (band >= wanted.OpenFrom)
                return null;
            if (count > 0 && below + count >= place)
                return band + ((place - below) / count);

            below += count;
        }

        return null;
    }
}
