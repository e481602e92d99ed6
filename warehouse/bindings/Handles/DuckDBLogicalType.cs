using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>A column type with its parameters: precision and scale, children, labels.</summary>
public sealed class DuckDBLogicalType() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.LogicalType.DuckDBDestroyLogicalType(ref handle);
        return true;
    }
}
