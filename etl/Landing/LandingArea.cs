using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Etl.Sources;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Landing;

/// <summary>
/// data/landing/&lt;feed&gt;/&lt;batch&gt;: immutable Parquet parts with their manifest. A batch is written under a hidden name, read back and
/// only then given its own name, so that what has a name is whole.
/// </summary>
public sealed class LandingArea(string root)
{
    private const string ManifestFile = "manifest.json";
    private const string UnfinishedPrefix = ".landing-";
    private const string SetAsidePrefix = ".set-aside-";
    private const long RowsPerPart = 1_000_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public string PathOf(string feed, string batch) => Path.Combine(root, feed, batch);

    /// <summary>Removes what a killed run left half-landed. To be called by the run that holds the lock.</summary>
    public void RemoveUnfinished()
    {
        foreach (var unfinished in Directory.Exists(root) ? Directory.GetDirectories(root, UnfinishedPrefix + "*", SearchOption.AllDirectories) : [])
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>Extracts and lands one batch.</summary>
    /// <exception cref="SourceException">The source failed; nothing of the batch stays.</exception>
    public BatchManifest Land(
        Feed feed, IFeedSource source, Extract extract, BatchIdentity identity, Pseudonymiser? pseudonymiser,
        IProgress<long> rows, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(root, feed.Id, UnfinishedPrefix + identity.BatchId);
        Directory.CreateDirectory(unfinished);
        try
        {
            var invalidBefore = pseudonymiser?.Invalid ?? 0;
            using var reader = source.Open(feed, extract, cancellation);
            var columns = FeedColumnsToLand.Of(feed, reader.Reader, pseudonymiser);
            var parts = new ParquetPartWriter().Write(reader.Reader, columns, unfinished, RowsPerPart, rows, cancellation);
            ReadBack(unfinished, parts, columns, cancellation);
            var manifest = new BatchManifest(
                identity.BatchId, feed.Id, identity.RunId, FeedContract.Version(feed), reader.Query, extract.Window?.Start,
                extract.Window?.End, extract.Window?.IsFull ?? false, extract.File?.Name, extract.File?.Sha256, reader.Layout,
                identity.LandedAt, parts.Sum(part => part.Rows),
                [.. parts.Select(part => new LandedPart(part.FileName, part.Rows, part.Bytes, HashOf(Path.Combine(unfinished, part.FileName))))],
                [.. columns.Zip(feed.Columns.Where(column => column.IsLanded), (column, spec) =>
                    new LandedColumn(column.Name, column.Type, FeedColumnsToLand.TreatmentOf(spec), column.Precision, column.Scale))],
                reader.UnreadLines(), (pseudonymiser?.Invalid ?? 0) - invalidBefore);
            File.WriteAllText(Path.Combine(unfinished, ManifestFile), JsonSerializer.Serialize(manifest, Json));
            Directory.Move(unfinished, PathOf(feed.Id, identity.BatchId));
            return manifest;
        }
        catch (LandingValueException fault)
        {
            throw new SourceException($"{feed.Id}: {fault.Message} Change {feed.ConfigFile} to what the source has now.", fault);
        }
        catch (DbException fault)
        {
            throw new SourceException($"{extract.Description} could not be landed: {DuckDbMessage.Shown(fault.Message)}", fault);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>Landed batches of a feed that were neither loaded nor failed, oldest first: a killed run left them.</summary>
    /// <param name="watermark">How far the feed is loaded; null when nothing is.</param>
    /// <param name="isAtSource">Whether the file of this SHA-256 can be extracted again.</param>
    /// <param name="warn">
    /// Told of a batch that is damaged, lacks what the contract needs or does not follow on what is loaded, for one before it is
    /// missing: it is set aside and extracted again.
    /// </param>
    /// <param name="fail">Told of such a batch whose file is gone: nothing can take its place, so it stays where it is.</param>
    public IReadOnlyList<BatchManifest> Waiting(
        Feed feed, IReadOnlySet<string> decided, DateTime? watermark, Func<string, bool> isAtSource, Action<string> warn, Action<string> fail)
    {
        var reached = watermark;
        var folder = Path.Combine(root, feed.Id);
        var waiting = new List<BatchManifest>();
        foreach (var batch in BatchesIn(folder).Where(batch => !decided.Contains(batch)))
        {
            var (manifest, why) = Examined(feed, batch, reached);
            if (manifest is not null && why is null)
            {
                waiting.Add(manifest);
                reached = manifest.IsFull || reached is null || manifest.WindowEnd > reached ? manifest.WindowEnd : reached;
            }
            else if (manifest is null ? feed.Mode == FeedMode.Files : manifest.SourceSha256 is { } file && !isAtSource(file))
            {
                fail(
                    $"landing/{feed.Id}/{batch} {why}, and {manifest?.SourceFile ?? "the file that it came from, which is not known,"} " +
                    "cannot be extracted again: put the file into the drop folder once more, and remove the batch if it stays");
            }
            else
            {
                Directory.Move(PathOf(feed.Id, batch), Path.Combine(folder, SetAsidePrefix + batch));
                warn($"landing/{feed.Id}/{batch} {why}: it is set aside and extracted again");
            }
        }

        return waiting;
    }

    /// <summary>Names of whole batches, oldest first.</summary>
    private static IReadOnlyList<string> BatchesIn(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetDirectories(folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal),
    ];

    /// <returns>The manifest, where it can be read, and why the batch cannot be loaded; null when it can.</returns>
    private (BatchManifest? Manifest, string? Why) Examined(Feed feed, string batch, DateTime? reached)
    {
        var folder = PathOf(feed.Id, batch);
        try
        {
            var manifest = JsonSerializer.Deserialize<BatchManifest>(File.ReadAllText(Path.Combine(folder, ManifestFile)), Json)!;
            var damaged = manifest.Parts.FirstOrDefault(part => !IsWhole(Path.Combine(folder, part.File), part.Sha256));
            var why = damaged is not null ? $"is damaged ({damaged.File})"
                : LandedShape.Misfit(feed, manifest) is { } misfit ? misfit
                : !FollowsOn(manifest, feed, reached) ? "begins after what is loaded ends"
                : null;
            return (manifest, why);
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            return (null, "is damaged (its manifest is missing or cannot be read)");
        }
    }

    private static bool IsWhole(string part, string sha256)
    {
        try
        {
            return HashOf(part) == sha256;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a window begins where the next extract would: one that begins later leaves rows out that nobody would miss.</summary>
    private static bool FollowsOn(BatchManifest batch, Feed feed, DateTime? reached) =>
        batch.WindowStart is not { } start || start <= reached - feed.Watermark!.Lag;

    /// <summary>Opens what was written as any reader would, and counts.</summary>
    private static void ReadBack(string folder, IReadOnlyList<ParquetPart> parts, IReadOnlyList<LandingColumn> columns, CancellationToken cancellation)
    {
        using var session = WarehouseSession.OpenInMemory(cancellation);
        foreach (var part in parts)
        {
            var file = SqlText.File(Path.Combine(folder, part.FileName));
            var rows = session.Scalar<long>($"select count(*) from read_parquet({file})");
            var names = session.Query<string>($"select column_name from (describe select * from read_parquet({file}))");
            if (rows != part.Rows || !names.SequenceEqual(columns.Select(column => column.Name)))
            {
                throw new IOException($"{part.FileName} does not hold what was written to it: the disk may be failing.");
            }
        }
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <param name="LandedAt">UTC.</param>
public sealed record BatchIdentity(string BatchId, string RunId, DateTime LandedAt);
