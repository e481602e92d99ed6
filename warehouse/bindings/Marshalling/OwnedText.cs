using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>A text that the engine hands over: read, then freed with the engine's own allocator. None is read as the empty text.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
internal static class OwnedText
{
    public static string ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    public static void Free(nint text) => NativeMethods.Helpers.DuckDBFree(text);
}
