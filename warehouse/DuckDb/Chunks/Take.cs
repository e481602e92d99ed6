using System.Data.Common;
using System.Globalization;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>
/// How a reader's column of one .NET type is taken as each landing type: by the reader's typed getter, without boxing. Null where it
/// cannot be done without loss; where it depends on the value, one that would lose something raises <see cref="UnfitValueException"/>.
/// </summary>
internal static class Take
{
    public static Func<DbDataReader, int, string>? Text(Type from)
    {
        if (from == typeof(string))
            return static (row, i) => row.GetString(i);
        if (from == typeof(char))
            return static (row, i) => row.GetChar(i).ToString();
        if (from == typeof(Guid))
            return static (row, i) => row.GetGuid(i).ToString();
        if (from == typeof(decimal))
            return static (row, i) => row.GetDecimal(i).ToString(CultureInfo.InvariantCulture);
        if (Whole(from) is { } whole)
            return (row, i) => whole(row, i).ToString(CultureInfo.InvariantCulture);
        return null;
    }

    public static Func<DbDataReader, int, byte[]>? Blob(Type from)
    {
        if (from == typeof(byte[]))
            return static (row, i) => row.GetFieldValue<byte[]>(i);
        if (from == typeof(Stream))
            return static (row, i) => ReadWhole(row.GetStream(i));
        return null;
    }

    public static Func<DbDataReader, int, int>? Integer(Type from)
    {
        if (from == typeof(int))
            return static (row, i) => row.GetInt32(i);
        return Whole(from) is { } whole ? (row, i) => Stored.Narrow<long, int>(whole(row, i)) : null;
    }

    public static Func<DbDataReader, int, long>? BigInt(Type from) => Whole(from);

    public static Func<DbDataReader, int, double>? Double(Type from)
    {
        if (from == typeof(double))
            return static (row, i) => row.GetDouble(i);
        if (from == typeof(float))
            return static (row, i) => row.GetFloat(i);
        if (from == typeof(decimal))
            return static (row, i) => Stored.Narrow<decimal, double>(row.GetDecimal(i));
        return Whole(from) is { } whole ? (row, i) => Stored.Narrow<long, double>(whole(row, i)) : null;
    }

    public static Func<DbDataReader, int, decimal>? Decimal(Type from)
    {
        if (from == typeof(decimal))
            return static (row, i) => row.GetDecimal(i);
        return Whole(from) is { } whole ? (row, i) => whole(row, i) : null;
    }

    public static Func<DbDataReader, int, int>? Date(Type from)
    {
        if (from == typeof(DateOnly))
            return static (row, i) => Stored.Days(row.GetFieldValue<DateOnly>(i));
        return from == typeof(DateTime) ? static (row, i) => Stored.Days(row.GetDateTime(i)) : null;
    }

    public static Func<DbDataReader, int, long>? Timestamp(Type from)
    {
        if (from == typeof(DateTime))
            return static (row, i) => Stored.Micros(row.GetDateTime(i));
        return from == typeof(DateOnly)
            ? static (row, i) => Stored.Micros(row.GetFieldValue<DateOnly>(i).ToDateTime(TimeOnly.MinValue))
            : null;
    }

    public static Func<DbDataReader, int, Int128>? Uuid(Type from)
    {
        if (from == typeof(Guid))
            return static (row, i) => Stored.Uuid(row.GetGuid(i));
        return from == typeof(string) ? static (row, i) => Stored.Uuid(Stored.ParseUuid(row.GetString(i))) : null;
    }

    private static Func<DbDataReader, int, long>? Whole(Type from)
    {
        if (from == typeof(long))
            return static (row, i) => row.GetInt64(i);
        if (from == typeof(int))
            return static (row, i) => row.GetInt32(i);
        if (from == typeof(short))
            return static (row, i) => row.GetInt16(i);
        if (from == typeof(byte))
            return static (row, i) => row.GetByte(i);
        if (from == typeof(sbyte))
            return static (row, i) => row.GetFieldValue<sbyte>(i);
        if (from == typeof(ushort))
            return static (row, i) => row.GetFieldValue<ushort>(i);
        if (from == typeof(uint))
            return static (row, i) => row.GetFieldValue<uint>(i);
        if (from == typeof(ulong))
            return static (row, i) => Stored.Narrow<ulong, long>(row.GetFieldValue<ulong>(i));
        return from == typeof(decimal) ? static (row, i) => Stored.Narrow<decimal, long>(row.GetDecimal(i)) : null;
    }

    private static byte[] ReadWhole(Stream stream)
    {
        using (stream)
        {
            using var whole = new MemoryStream();
            stream.CopyTo(whole);
            return whole.ToArray();
        }
    }
}
