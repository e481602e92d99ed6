using System.Data.Common;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Chooses, once for a reader, how each column is filled.</summary>
internal static class ColumnFillers
{
    /// <exception cref="LandingValueException">The reader has no such column, or one of a type that does not fit.</exception>
    public static ColumnFiller For(LandingColumn column, DbDataReader reader)
    {
        if (column.Compute is { } compute)
            return Computed(column, compute);
        var ordinal = column.Ordinal ?? OrdinalOf(column.Name, reader);
        return Taken(column, ordinal, reader.GetFieldType(ordinal));
    }

    private static ColumnFiller Computed(LandingColumn column, Delegate compute) => (column.Type, compute) switch
    {
        (LandingType.Text, Func<DbDataReader, string?> f) => new TextFiller(f),
        (LandingType.Blob, Func<DbDataReader, byte[]?> f) => new BlobFiller(f),
        (LandingType.Boolean, Func<DbDataReader, bool?> f) => new ComputedFiller<bool, bool>(f, value => value),
        (LandingType.Integer, Func<DbDataReader, int?> f) => new ComputedFiller<int, int>(f, value => value),
        (LandingType.BigInt, Func<DbDataReader, long?> f) => new ComputedFiller<long, long>(f, value => value),
        (LandingType.Double, Func<DbDataReader, double?> f) => new ComputedFiller<double, double>(f, value => value),
        (LandingType.Date, Func<DbDataReader, DateOnly?> f) => new ComputedFiller<DateOnly, int>(f, Stored.Days),
        (LandingType.Timestamp, Func<DbDataReader, DateTime?> f) => new ComputedFiller<DateTime, long>(f, Stored.Micros),
        (LandingType.Uuid, Func<DbDataReader, Guid?> f) => new ComputedFiller<Guid, Int128>(f, Stored.Uuid),
        (LandingType.Decimal, Func<DbDataReader, decimal?> f) => DecimalFillers.Computed(column, f),
        _ => throw new LandingValueException(column.Name, $"its function does not give values of type {column.Type}."),
    };

    private static ColumnFiller Taken(LandingColumn column, int ordinal, Type from) => column.Type switch
    {
        LandingType.Text when Take.Text(from) is { } take => new TextFiller(row => row.IsDBNull(ordinal) ? null : take(row, ordinal)),
        LandingType.Blob when Take.Blob(from) is { } take => new BlobFiller(row => row.IsDBNull(ordinal) ? null : take(row, ordinal)),
        LandingType.Boolean when from == typeof(bool) => new FixedFiller<bool>(ordinal, static (row, i) => row.GetBoolean(i)),
        LandingType.Integer when Take.Integer(from) is { } take => new FixedFiller<int>(ordinal, take),
        LandingType.BigInt when Take.BigInt(from) is { } take => new FixedFiller<long>(ordinal, take),
        LandingType.Double when Take.Double(from) is { } take => new FixedFiller<double>(ordinal, take),
        LandingType.Date when Take.Date(from) is { } take => new FixedFiller<int>(ordinal, take),
        LandingType.Timestamp when Take.Timestamp(from) is { } take => new FixedFiller<long>(ordinal, take),
        LandingType.Uuid when Take.Uuid(from) is { } take => new FixedFiller<Int128>(ordinal, take),
        LandingType.Decimal when Take.Decimal(from) is { } take => DecimalFillers.Taken(column, ordinal, take),
        _ => throw new LandingValueException(column.Name, $"the source hands over {from.Name}, which does not land as {column.Type}."),
    };

    private static int OrdinalOf(string name, DbDataReader reader)
    {
        for (var ordinal = 0; ordinal < reader.FieldCount; ordinal++)
        {
            if (string.Equals(reader.GetName(ordinal), name, StringComparison.OrdinalIgnoreCase))
                return ordinal;
        }

        throw new LandingValueException(name, "the source has no column of this name.");
    }
}
