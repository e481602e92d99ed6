using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>Settings that a database is opened with.</summary>
public sealed class DuckDBConfig() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Configuration.DuckDBDestroyConfig(ref handle);
        return true;
    }
}
