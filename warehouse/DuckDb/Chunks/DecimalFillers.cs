using System.Data.Common;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Decimals are stored in the narrowest whole number that their precision fits; the widths are DuckDB's.</summary>
internal static class DecimalFillers
{
    private const int DigitsOfInt16 = 4;
    private const int DigitsOfInt32 = 9;
    private const int DigitsOfInt64 = 18;

    public static ColumnFiller Taken(LandingColumn column, int ordinal, Func<DbDataReader, int, decimal> take)
    {
        var storage = new DecimalStorage(column.Precision, column.Scale);
        return column.Precision switch
        {
            <= DigitsOfInt16 => new FixedFiller<short>(ordinal, (row, i) => (short)storage.Unscaled(take(row, i))),
            <= DigitsOfInt32 => new FixedFiller<int>(ordinal, (row, i) => (int)storage.Unscaled(take(row, i))),
            <= DigitsOfInt64 => new FixedFiller<long>(ordinal, (row, i) => (long)storage.Unscaled(take(row, i))),
            _ => new FixedFiller<Int128>(ordinal, (row, i) => storage.Unscaled(take(row, i))),
        };
    }

    public static ColumnFiller Computed(LandingColumn column, Func<DbDataReader, decimal?> compute)
    {
        var storage = new DecimalStorage(column.Precision, column.Scale);
        return column.Precision switch
        {
            <= DigitsOfInt16 => new ComputedFiller<decimal, short>(compute, value => (short)storage.Unscaled(value)),
            <= DigitsOfInt32 => new ComputedFiller<decimal, int>(compute, value => (int)storage.Unscaled(value)),
            <= DigitsOfInt64 => new ComputedFiller<decimal, long>(compute, value => (long)storage.Unscaled(value)),
            _ => new ComputedFiller<decimal, Int128>(compute, storage.Unscaled),
        };
    }
}
