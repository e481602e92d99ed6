using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>Up to a vector's length of rows, column by column.</summary>
public sealed class DuckDBDataChunk : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>A chunk that the caller owns, such as one fetched from a result.</summary>
    public DuckDBDataChunk() : base(ownsHandle: true)
    {
    }

    /// <summary>A chunk that the engine lends for the time of a callback; it is never destroyed here.</summary>
    public DuckDBDataChunk(nint chunk) : base(ownsHandle: false) => SetHandle(chunk);

    protected override bool ReleaseHandle()
    {
        NativeMethods.DataChunks.DuckDBDestroyDataChunk(ref handle);
        return true;
    }
}
