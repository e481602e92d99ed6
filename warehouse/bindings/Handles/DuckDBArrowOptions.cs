using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>The settings that Arrow conversion of a result or a connection goes by.</summary>
public sealed class DuckDBArrowOptions() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Arrow.DuckDBDestroyArrowOptions(ref handle);
        return true;
    }
}
