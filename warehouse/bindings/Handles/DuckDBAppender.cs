using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>A bulk insert into one table; destroying it flushes the rows it still holds.</summary>
public sealed class DuckDBAppender() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Appender.DuckDBAppenderDestroy(ref handle);
        return true;
    }
}
