using System.Data.Common;
using System.Text;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>
/// A column of texts. A vector holds up to 12 bytes of a text in place, after its length and with zeros behind, so the codes that make
/// up most of a feed are encoded straight into it; DuckDB keeps the longer ones.
/// </summary>
internal sealed unsafe class TextFiller(Func<DbDataReader, string?> take) : ColumnFiller
{
    private const int BytesPerSlot = 16;
    private const int BytesOfLength = 4;
    private const int BytesInPlace = BytesPerSlot - BytesOfLength;

    private byte[] encoded = new byte[256];

    public override void Fill(DbDataReader row, int index)
    {
        var text = take(row);
        if (text is null)
            SetNull(index);
        else if (text.Length > BytesInPlace || !TryPutInPlace(text, index))
            PutAside(text, index);
    }

    private bool TryPutInPlace(string text, int index)
    {
        var slot = new Span<byte>((byte*)Data + (long)index * BytesPerSlot, BytesPerSlot);
        slot.Clear();
        if (!Encoding.UTF8.TryGetBytes(text, slot[BytesOfLength..], out var length))
            return false;
        slot[0] = (byte)length;
        return true;
    }

    private void PutAside(string text, int index)
    {
        if (encoded.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
            encoded = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, encoded);
        fixed (byte* bytes = encoded)
            Vectors.DuckDBUnsafeVectorAssignStringElementLength(Vector, (ulong)index, bytes, length);
    }
}
