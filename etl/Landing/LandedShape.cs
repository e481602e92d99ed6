using Stp.Etl.Feeds;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Landing;

/// <summary>
/// Whether what landed under an earlier config of a feed can be loaded under today's: the contract casts and checks on loading, so only
/// the columns matter, and what was done to personal ones before they landed.
/// </summary>
internal static class LandedShape
{
    /// <returns>What does not fit, in words; null when all does.</returns>
    public static string? Misfit(Feed feed, BatchManifest batch)
    {
        if ((feed.Mode == FeedMode.Files) != (batch.SourceFile is not null))
        {
            return "came from another kind of source";
        }

        var landed = batch.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return feed.Columns.Where(column => column.IsLanded).Select(column => Misfit(column, landed.GetValueOrDefault(column.LandsAs))).FirstOrDefault(misfit => misfit is not null);
    }

    private static string? Misfit(ColumnSpec column, LandedColumn? landed) =>
        landed is null ? $"has no column {column.LandsAs}"
        : landed.Treatment != FeedColumnsToLand.TreatmentOf(column) ? $"holds {column.LandsAs} under another personal treatment"
        : !CanBeCast(landed.Type, column.Type) ? $"holds {column.LandsAs} as {landed.Type}, which cannot become {column.Type}"
        : null;

    private static bool CanBeCast(LandingType from, LandingType to) =>
        from == to
        || (from == LandingType.Text && IsPlain(to))
        || (to == LandingType.Text && IsPlain(from))
        || (IsNumber(from) && IsNumber(to))
        || (IsTime(from) && IsTime(to));

    private static bool IsPlain(LandingType type) => type is not (LandingType.Uuid or LandingType.Blob);

    private static bool IsNumber(LandingType type) =>
        type is LandingType.Integer or LandingType.BigInt or LandingType.Double or LandingType.Decimal;

    private static bool IsTime(LandingType type) => type is LandingType.Date or LandingType.Timestamp;
}
