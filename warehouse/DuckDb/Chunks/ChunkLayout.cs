using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>The names and DuckDB types of the landed columns, and chunks of that shape.</summary>
internal sealed class ChunkLayout : IDisposable
{
    private readonly IReadOnlyList<DuckDBLogicalType> types;
    private readonly nint[] handles;

    /// <exception cref="LandingValueException">Two columns have one name, which DuckDB compares without regard to case.</exception>
    public ChunkLayout(IReadOnlyList<LandingColumn> columns)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (columns.FirstOrDefault(column => !names.Add(column.Name)) is { } again)
            throw new LandingValueException(again.Name, "it is there twice.");
        Names = columns.Select(column => column.Name).ToList();
        types = columns.Select(TypeOf).ToList();
        handles = types.Select(type => type.DangerousGetHandle()).ToArray();
    }

    /// <summary>Rows that a chunk holds at most.</summary>
    public static int Capacity { get; } = checked((int)Helpers.DuckDBVectorSize());

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<DuckDBLogicalType> Types => types;

    public DuckDBDataChunk NewChunk() => DataChunks.DuckDBCreateDataChunk(handles, (ulong)handles.Length);

    public void Dispose()
    {
        foreach (var type in types)
            type.Dispose();
    }

    private static DuckDBLogicalType TypeOf(LandingColumn column) => column.Type switch
    {
        LandingType.Decimal => LogicalType.DuckDBCreateDecimalType((byte)column.Precision, (byte)column.Scale),
        LandingType.Text => Simple(DuckDBType.Varchar),
        LandingType.Boolean => Simple(DuckDBType.Boolean),
        LandingType.Integer => Simple(DuckDBType.Integer),
        LandingType.BigInt => Simple(DuckDBType.BigInt),
        LandingType.Double => Simple(DuckDBType.Double),
        LandingType.Date => Simple(DuckDBType.Date),
        LandingType.Timestamp => Simple(DuckDBType.Timestamp),
        LandingType.Uuid => Simple(DuckDBType.Uuid),
        LandingType.Blob => Simple(DuckDBType.Blob),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "There is no such landing type."),
    };

    private static DuckDBLogicalType Simple(DuckDBType type) => LogicalType.DuckDBCreateLogicalType(type);
}
