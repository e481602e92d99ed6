using System.Globalization;
using System.Numerics;
using static DuckDB.NET.Native.NativeMethods.Value;

namespace DuckDB.NET.Native;

/// <summary>Takes the content out of a value, as the .NET type nearest to its DuckDB type or as the one asked for.</summary>
internal static class DuckDBValueContent
{
    /// <exception cref="InvalidCastException">The value is of a type that has no content of its own, such as a nested one.</exception>
    public static object Read(DuckDBValue value, Type target)
    {
        if (target == typeof(string))
            return DuckDBGetVarchar(value);

        return DuckDBGetValueTypeId(value) switch
        {
            DuckDBType.Boolean => DuckDBGetBool(value),
            DuckDBType.TinyInt => DuckDBGetInt8(value),
            DuckDBType.SmallInt => DuckDBGetInt16(value),
            DuckDBType.Integer => DuckDBGetInt32(value),
            DuckDBType.BigInt => DuckDBGetInt64(value),
            DuckDBType.UnsignedTinyInt => DuckDBGetUInt8(value),
            DuckDBType.UnsignedSmallInt => DuckDBGetUInt16(value),
            DuckDBType.UnsignedInteger => DuckDBGetUInt32(value),
            DuckDBType.UnsignedBigInt => DuckDBGetUInt64(value),
            DuckDBType.HugeInt => Whole(DuckDBGetHugeInt(value).ToBigInteger(), target),
            DuckDBType.UnsignedHugeInt => Whole(DuckDBGetUHugeInt(value).ToBigInteger(), target),
            DuckDBType.Float => DuckDBGetFloat(value),
            DuckDBType.Double => DuckDBGetDouble(value),
            DuckDBType.Decimal => decimal.Parse(DuckDBGetVarchar(value), CultureInfo.InvariantCulture),
            DuckDBType.Varchar => DuckDBGetVarchar(value),
            DuckDBType.Date when target == typeof(DateOnly) => (DateOnly)Date(value),
            DuckDBType.Date when target == typeof(DateTime) => (DateTime)Date(value),
            DuckDBType.Date => Date(value),
            DuckDBType.Time when target == typeof(TimeOnly) => (TimeOnly)Time(value),
            DuckDBType.Time => Time(value),
            DuckDBType.Timestamp => Timestamp(DuckDBGetTimestamp(value), target),
            DuckDBType.TimestampTz => Timestamp(DuckDBGetTimestampTz(value), target),
            DuckDBType.Interval when target == typeof(TimeSpan) => (TimeSpan)DuckDBGetInterval(value),
            DuckDBType.Interval => DuckDBGetInterval(value),
            DuckDBType.Uuid => Guid.Parse(DuckDBGetVarchar(value)),
            var type => throw new InvalidCastException($"A value of type {type} cannot be read as {target.Name}."),
        };
    }

    private static object Whole(BigInteger number, Type target) => Type.GetTypeCode(target) switch
    {
        TypeCode.Int32 => (int)number,
        TypeCode.Int64 => (long)number,
        TypeCode.UInt64 => (ulong)number,
        TypeCode.Double => (double)number,
        TypeCode.Decimal => (decimal)number,
        _ => number,
    };

    private static DuckDBDateOnly Date(DuckDBValue value) => DuckDBDateOnly.FromDuckDBDate(DuckDBGetDate(value));

    private static DuckDBTimeOnly Time(DuckDBValue value) => NativeMethods.DateTimeHelpers.DuckDBFromTime(DuckDBGetTime(value));

    private static object Timestamp(DuckDBTimestampStruct value, Type target)
    {
        var timestamp = DuckDBTimestamp.FromDuckDBTimestampStruct(value);
        return target == typeof(DateTime) ? timestamp.ToDateTime() : timestamp;
    }
}
