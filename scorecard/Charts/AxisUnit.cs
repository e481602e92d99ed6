using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Charts;

/// <summary>How an axis shows its numbers: shares as percent, money in thousands or millions where it is that much.</summary>
/// <param name="Factor">What a value is multiplied by to be shown.</param>
public sealed record AxisUnit(decimal Factor, string Before, string After)
{
    /// <summary>The labels of the axis, as the renderer writes them; null where the bare number does.</summary>
    public string? Formatter => Before.Length + After.Length == 0 ? null : $"{Before}{{value}}{After}";

    /// <param name="largest">The largest value on the axis, whatever its sign.</param>
    public static AxisUnit For(Unit unit, decimal largest) => unit switch
    {
        Unit.Percent => new(100, string.Empty, "%"),
        Unit.Gbp when largest >= ValueFormat.Million => new(1 / ValueFormat.Million, "£", "m"),
        Unit.Gbp when largest >= ValueFormat.LeastInThousands => new(1 / ValueFormat.Thousand, "£", "k"),
        Unit.Gbp => new(1, "£", string.Empty),
        _ => new(1, string.Empty, string.Empty),
    };
}
