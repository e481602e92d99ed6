using System.Data.Common;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>A column of fixed width, computed from the current row.</summary>
internal sealed unsafe class ComputedFiller<TValue, T>(Func<DbDataReader, TValue?> compute, Func<TValue, T> store) : ColumnFiller
    where TValue : struct
    where T : unmanaged
{
    public override void Fill(DbDataReader row, int index)
    {
        if (compute(row) is { } value)
            ((T*)Data)[index] = store(value);
        else
            SetNull(index);
    }
}
