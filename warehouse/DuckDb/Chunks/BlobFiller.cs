using System.Data.Common;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>A column of bytes.</summary>
internal sealed unsafe class BlobFiller(Func<DbDataReader, byte[]?> take) : ColumnFiller
{
    public override void Fill(DbDataReader row, int index)
    {
        var value = take(row);
        if (value is null)
        {
            SetNull(index);
            return;
        }

        fixed (byte* bytes = value)
            Vectors.DuckDBUnsafeVectorAssignStringElementLength(Vector, (ulong)index, bytes, value.Length);
    }
}
