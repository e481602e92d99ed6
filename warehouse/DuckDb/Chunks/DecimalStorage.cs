namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>Decimals of one precision and scale, as the whole number that a DuckDB vector holds: the value times 10 to the scale.</summary>
internal sealed class DecimalStorage
{
    private const int WidestPrecision = 38;

    private readonly int scale;
    private readonly Int128 limit;

    /// <exception cref="ArgumentOutOfRangeException">There is no decimal of that precision and scale.</exception>
    public DecimalStorage(int precision, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, WidestPrecision);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, precision);
        this.scale = scale;
        limit = PowerOfTen(precision);
    }

    /// <exception cref="UnfitValueException">The value has more digits before or after the point than the column.</exception>
    public Int128 Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new Int128(unchecked((uint)bits[2]), unchecked((ulong)(uint)bits[1] << 32 | (uint)bits[0]));
        var unscaled = Rescale(magnitude, value.Scale);
        if (unscaled >= limit)
            throw new UnfitValueException("a decimal has more digits than the column.");
        return value < 0 ? -unscaled : unscaled;
    }

    private Int128 Rescale(Int128 magnitude, int from)
    {
        if (from == scale)
            return magnitude;
        if (from > scale)
        {
            var (whole, rest) = Int128.DivRem(magnitude, PowerOfTen(from - scale));
            return rest == 0 ? whole : throw new UnfitValueException("a decimal has more digits after the point than the column.");
        }

        var factor = PowerOfTen(scale - from);
        return magnitude < limit / factor || magnitude == 0
            ? magnitude * factor
            : throw new UnfitValueException("a decimal has more digits than the column.");
    }

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
