using System.Data.Common;
using static DuckDB.NET.Native.NativeMethods;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Writes one column's values into the vector of the chunk being filled, row by row.</summary>
internal abstract unsafe class ColumnFiller
{
    private const int RowsPerWord = 64;

    private ulong* validity;

    protected nint Vector { get; private set; }

    /// <summary>Where the vector's values lie; valid until the next chunk begins.</summary>
    protected void* Data { get; private set; }

    public void Begin(nint vector)
    {
        Vector = vector;
        Data = Vectors.DuckDBVectorGetData(vector);
        validity = null;
    }

    /// <summary>Takes the value of the reader's current row into the given row of the vector.</summary>
    /// <exception cref="UnfitValueException">It does not fit the column's type.</exception>
    public abstract void Fill(DbDataReader row, int index);

    protected void SetNull(int index)
    {
        if (validity == null)
        {
            Vectors.DuckDBVectorEnsureValidityWritable(Vector);
            validity = Vectors.DuckDBVectorGetValidity(Vector);
        }

        validity[index / RowsPerWord] &= ~(1UL << index % RowsPerWord);
    }
}
