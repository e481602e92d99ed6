using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>The outcome of a statement. Its content belongs to the engine; every copy of this handle means the same outcome.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult : IDisposable
{
#pragma warning disable CS0169 // Written and read by the engine alone; the fields give the structure its size.
    private readonly ulong columnCount;
    private readonly ulong rowCount;
    private readonly ulong rowsChanged;
    private readonly nint columns;
    private readonly nint errorMessage;
    private readonly nint content;
#pragma warning restore CS0169

    /// <summary>Frees the outcome; closing the same variable again does nothing.</summary>
    public void Close() => NativeMethods.Query.DuckDBDestroyResult(ref this);

    public void Dispose() => Close();
}
