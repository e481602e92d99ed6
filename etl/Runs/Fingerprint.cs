using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stp.Scorecard.Kpis;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Runs;

/// <summary>
/// A hash of everything that a publication depends on: config, program, as-of date, the data's version, and how fresh the feeds are.
/// The same fingerprint as the snapshot in service means that there is nothing to publish; so a run that was killed after loading
/// and before publishing is noticed by the next.
/// </summary>
public static class Fingerprint
{
    public static string Of(RunContext run, WarehouseSession session, IReadOnlyList<FeedState> feeds)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendFiles(hash, run.Config.Directory);
        AppendFiles(hash, Path.Combine(AppContext.BaseDirectory, "sql"));
        AppendProgram(hash);
        Append(hash, run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Append(hash, DataVersion(session));
        foreach (var feed in feeds)
        {
            Append(hash, feed.ToString());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// The batches that changed anything, by name: their keys start over in a warehouse that is built again, perhaps from other data.
    /// </summary>
    private static string DataVersion(WarehouseSession session) => session.Scalar<string?>(
        "select string_agg(batch_id, ' ' order by batch_key) from ops.batch where inserted_rows + updated_rows + deleted_rows > 0") ?? string.Empty;

    private static void AppendFiles(IncrementalHash hash, string directory)
    {
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Append(hash, Path.GetRelativePath(directory, file));
            hash.AppendData(File.ReadAllBytes(file));
        }
    }

    /// <summary>A build of other source has other module ids, whatever its version says.</summary>
    private static void AppendProgram(IncrementalHash hash)
    {
        foreach (var type in new[] { typeof(Fingerprint), typeof(KpiValue), typeof(WarehouseSession) })
        {
            hash.AppendData(type.Module.ModuleVersionId.ToByteArray());
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
