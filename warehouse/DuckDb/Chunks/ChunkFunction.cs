using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>
/// A table function whose rows are the chunks of a queue, in their order: DuckDB calls back for one chunk after another, from one
/// thread at a time, and takes over its vectors without copying them. No exception crosses into DuckDB, where it would end the process:
/// the statement fails instead, and <see cref="Failure"/> has the reason.
/// </summary>
internal sealed unsafe class ChunkFunction : IDisposable
{
    public const string Name = "landing_rows";

    private readonly ChunkLayout layout;
    private readonly ChunkQueue queue;
    private GCHandle self;
    private bool partIsOver;

    public ChunkFunction(ChunkLayout layout, ChunkQueue queue)
    {
        this.layout = layout;
        this.queue = queue;
        self = GCHandle.Alloc(this);
    }

    /// <summary>Rows handed over since the part began.</summary>
    public long Rows { get; private set; }

    /// <summary>What went wrong in a call from DuckDB.</summary>
    public Exception? Failure { get; private set; }

    public void BeginPart()
    {
        Rows = 0;
        partIsOver = false;
    }

    /// <summary>Makes the function known to the connection's database. It must not be disposed of before the database is closed.</summary>
    public void Register(DuckDBNativeConnection connection)
    {
        var function = TableFunction.DuckDBCreateTableFunction();
        try
        {
            TableFunction.DuckDBTableFunctionSetName(function, Name);
            TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(self), null);
            TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            TableFunction.DuckDBTableFunctionSetInit(function, &Init);
            TableFunction.DuckDBTableFunctionSetFunction(function, &Run);
            if (!TableFunction.DuckDBRegisterTableFunction(connection, function).IsSuccess())
                throw new InvalidOperationException("DuckDB did not accept the table function that feeds it.");
        }
        finally
        {
            TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    public void Dispose() => self.Free();

    private void HandOver(nint output)
    {
        using var filled = partIsOver ? null : queue.Take();
        partIsOver = filled?.EndsPart ?? true;
        using var target = new DuckDBDataChunk(output);
        if (filled is not null)
        {
            for (var column = 0; column < layout.Names.Count; column++)
            {
                NativeVectors.Reference(
                    DataChunks.DuckDBDataChunkGetVector(target, column),
                    DataChunks.DuckDBDataChunkGetVector(filled.Chunk, column));
            }
        }

        var rows = filled?.Rows ?? 0;
        DataChunks.DuckDBDataChunkSetSize(target, (ulong)rows);
        Rows += rows;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint bind)
    {
        var info = TableFunction.DuckDBBindGetExtraInfo(bind);
        var function = At(info);
        try
        {
            for (var column = 0; column < function.layout.Names.Count; column++)
                TableFunction.DuckDBBindAddResultColumn(bind, function.layout.Names[column], function.layout.Types[column]);
            TableFunction.DuckDBBindSetBindData(bind, info, null);
        }
        catch (Exception failure)
        {
            function.Failure = failure;
            TableFunction.DuckDBBindSetError(bind, "The columns could not be told.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint init)
    {
        // DuckDB asks for this call; there is nothing to prepare, and one thread at a time is what it does by default.
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(nint run, nint output)
    {
        var function = At(TableFunction.DuckDBFunctionGetBindData(run));
        try
        {
            function.HandOver(output);
        }
        catch (Exception failure)
        {
            function.Failure = failure;
            TableFunction.DuckDBFunctionSetError(run, "The rows stopped coming.");
        }
    }

    private static ChunkFunction At(nint handle) => (ChunkFunction)GCHandle.FromIntPtr(handle).Target!;
}
