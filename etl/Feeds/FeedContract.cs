using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Feeds;

/// <summary>A feed's contract as the warehouse checks it, and the hash that tells one version of it from another.</summary>
public static class FeedContract
{
    public static Contract Of(Feed feed) => new(
        feed.Id,
        feed.Key,
        feed.Mode == FeedMode.Timestamp ? feed.Watermark?.Column : null,
        feed.Mode == FeedMode.Census,
        feed.RejectLimit.Share,
        [
            .. feed.Columns.Where(column => column.IsLanded).Select(column => new ContractColumn(
                column.LandsAs, column.Type, column.Precision, column.Scale, column.IsRequired, column.IsCode, column.Allowed,
                column.NullWhen, column.Minimum, column.Maximum, column.Pattern, column.Personal != PersonalTreatment.None)),
        ],
        [.. feed.Rules.Select(rule => new ContractRowRule(rule.Name, rule.Sql))]);

    /// <summary>Changes when anything about the feed does: its columns, rules, queries.</summary>
    public static string Version(Feed feed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(feed))))[..16];
}
