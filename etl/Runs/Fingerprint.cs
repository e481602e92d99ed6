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
        foreach (var file in run.Config.Files)
        {
            Append(hash, file.Path, file.Content.Span);
        }

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
    /// The batches that changed anything, by name: their keys start over in a warehouse that is built again, perhaps from other data;
    /// and what failed or was rejected, each once: rows that are read again every night, and rejected again, are nothing new.
    /// </summary>
    private static string DataVersion(WarehouseSession session) => session.Scalar<string>(
        """
        with changed as (
            select string_agg(batch_id, ' ' order by batch_key) as version
            from ops.batch
            where inserted_rows + updated_rows + deleted_rows > 0
        ),

        failed as (
            select distinct concat_ws(' ', feed, source_file, source_sha256, reason) as failure
            from ops.batch
            where outcome = 'failed'
        ),

        rejected as (
            select distinct cast((feed, row_key, column_name, rule, reason, rejected_value) as text) as reject
            from ops.reject
        )

        select concat_ws(
            ' ',
            (select version from changed),
            (select string_agg(failure, ' ' order by failure) from failed),
            (select count(*) || ' ' || coalesce(cast(bit_xor(md5_number(reject)) as text), '') from rejected)
        )
        """);

    private static void AppendFiles(IncrementalHash hash, string directory)
    {
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Append(hash, Path.GetRelativePath(directory, file), File.ReadAllBytes(file));
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

    /// <summary>A file by its name, its length and what is in it.</summary>
    private static void Append(IncrementalHash hash, string name, ReadOnlySpan<byte> content)
    {
        Append(hash, name);
        Append(hash, content.Length.ToString(CultureInfo.InvariantCulture));
        hash.AppendData(content);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
