using System.Buffers.Binary;
using System.Numerics;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>.NET values as a DuckDB vector holds them.</summary>
internal static class Stored
{
    private const ulong UuidSignBit = 1UL << 63;
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private static readonly long EpochMicros = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Days since 1 January 1970.</summary>
    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>Days since 1 January 1970 of a moment that is a midnight.</summary>
    /// <exception cref="UnfitValueException">It has a time of day, which a date would lose.</exception>
    public static int Days(DateTime moment) => moment.TimeOfDay == TimeSpan.Zero
        ? Days(DateOnly.FromDateTime(moment))
        : throw new UnfitValueException("a date has a time of day.");

    /// <summary>Microseconds since 1 January 1970. The tenth part of one that .NET and SQL Server can hold is cut off.</summary>
    public static long Micros(DateTime moment) => moment.Ticks / TimeSpan.TicksPerMicrosecond - EpochMicros;

    /// <summary>The 128 bits in the order they are written, the first one turned over so that they sort as signed numbers.</summary>
    public static Int128 Uuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var upper = BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ UuidSignBit;
        return new Int128(upper, BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    public static Guid ParseUuid(string text) =>
        Guid.TryParse(text, out var guid) ? guid : throw new UnfitValueException("a text is not a uuid.");

    /// <summary>The number in a narrower type.</summary>
    public static TTo Narrow<TFrom, TTo>(TFrom number)
        where TFrom : INumber<TFrom>
        where TTo : INumber<TTo>
    {
        var narrow = TTo.CreateSaturating(number);
        return TFrom.CreateSaturating(narrow) == number
            ? narrow
            : throw new UnfitValueException($"a number does not fit {typeof(TTo).Name} exactly.");
    }
}
