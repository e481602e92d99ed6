using System.Data.Common;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>A column of fixed width, taken from one of the reader's.</summary>
internal sealed unsafe class FixedFiller<T>(int ordinal, Func<DbDataReader, int, T> take) : ColumnFiller
    where T : unmanaged
{
    public override void Fill(DbDataReader row, int index)
    {
        if (row.IsDBNull(ordinal))
            SetNull(index);
        else
            ((T*)Data)[index] = take(row, ordinal);
    }
}
