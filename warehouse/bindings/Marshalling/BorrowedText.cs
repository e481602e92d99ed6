using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>A text that the engine goes on owning: read, not freed. None is read as the empty text.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
internal static class BorrowedText
{
    public static string ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text) ?? "";
}
