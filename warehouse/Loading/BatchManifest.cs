using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Loading;

/// <summary>What a landed batch holds, written beside its parts as manifest.json: a batch without one was never finished.</summary>
/// <param name="BatchId">Its folder in landing/&lt;feed&gt;; sorts by the time of landing.</param>
/// <param name="ContractVersion">Hash of the feed's configuration that it was landed under; for information.</param>
/// <param name="Query">The source query as sent, parameters by name.</param>
/// <param name="WindowStart">Start of the extract window, inside; null for the first extract and for files.</param>
/// <param name="WindowEnd">End of the extract window, outside; null for files.</param>
/// <param name="IsFull">It holds every row of the source: loading it replaces the feed's rows.</param>
/// <param name="SourceFile">The file's name, for files.</param>
/// <param name="Layout">The layout it was recognised as, for files.</param>
/// <param name="LandedAt">UTC.</param>
/// <param name="UnreadLines">Lines of the file that are no rows.</param>
/// <param name="InvalidNhsNumbers">Values of pseudonymised columns that are no NHS number: they landed as null.</param>
public sealed record BatchManifest(
    string BatchId,
    string Feed,
    string RunId,
    string ContractVersion,
    string Query,
    DateTime? WindowStart,
    DateTime? WindowEnd,
    bool IsFull,
    string? SourceFile,
    string? SourceSha256,
    string? Layout,
    DateTime LandedAt,
    long Rows,
    IReadOnlyList<LandedPart> Parts,
    IReadOnlyList<LandedColumn> Columns,
    IReadOnlyList<UnreadLine> UnreadLines,
    long InvalidNhsNumbers);

/// <summary>One Parquet file of a batch.</summary>
public sealed record LandedPart(string File, long Rows, long Bytes, string Sha256);

/// <param name="Precision">Digits in all, of a decimal; 0 where it is not known.</param>
/// <param name="Scale">Digits behind the point, of a decimal.</param>
/// <param name="Treatment">What was done to a personal column before it landed; null for any other.</param>
public sealed record LandedColumn(string Name, LandingType Type, string? Treatment = null, int Precision = 0, int Scale = 0);

/// <summary>A line of a source file that could not be read as a row.</summary>
/// <param name="Line">Counted from 1, the header included.</param>
public sealed record UnreadLine(long Line, string Reason);
