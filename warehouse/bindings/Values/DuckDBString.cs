using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// One text or blob in a vector: up to 12 bytes stand in the structure itself, longer ones elsewhere in the engine's memory.
/// Only meaningful where it lies: a copy's short text moves with the copy.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    private const int InlineCapacity = 12;

    private _value_e__Union content;

    /// <summary>Length in bytes.</summary>
    public readonly int Length => (int)content.inlined.length;

    /// <summary>The bytes, UTF-8 where it is a text; no zero follows them.</summary>
    public readonly sbyte* Data => Length <= InlineCapacity
        ? (sbyte*)Unsafe.AsPointer(ref Unsafe.AsRef(in content.inlined.inlined[0]))
        : content.pointer.pointer;

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* pointer;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[InlineCapacity];
        }
    }
}
