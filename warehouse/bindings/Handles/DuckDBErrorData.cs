using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>An error, or the statement that there was none.</summary>
public sealed class DuckDBErrorData() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    public bool HasError => NativeMethods.ErrorData.DuckDBErrorDataHasError(this);

    public string Message => NativeMethods.ErrorData.DuckDBErrorDataMessage(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.ErrorData.DuckDBDestroyErrorData(ref handle);
        return true;
    }
}
