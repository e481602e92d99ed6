using System.Globalization;

namespace Stp.Scorecard.Kpis;

/// <summary>How numbers are written on pages and charts: one way for each unit, the same on every machine.</summary>
/// <remarks>Halves round away from zero, as readers expect; minus is the true minus sign, so that it lines up with plus.</remarks>
public static class ValueFormat
{
    /// <summary>What stands where there is no value: an en dash.</summary>
    public const string NoValue = "–";

    private const string Minus = "−";
    internal const decimal Thousand = 1_000m;
    internal const decimal Million = 1_000_000m;

    /// <summary>From here on pounds are told in thousands: a page has no room for more digits, and nobody decides by them.</summary>
    internal const decimal LeastInThousands = 10 * Thousand;

    /// <summary>A value as a table shows it: 83.0%, 2,214, £21.4m; without the unit's name, which stands in the row's title.</summary>
    public static string Value(decimal? value, Unit unit)
    {
        if (value is not { } number)
            return NoValue;

        var text = Magnitude(number, unit, percentSign: "%");
        return IsShownAsZero(number, unit) || number >= 0 ? text : Minus + text;
    }

    /// <summary>A plan's value, or the words that the plan has in its place: TBC.</summary>
    public static string Plan(decimal? value, string? words, Unit unit) =>
        value is null && !string.IsNullOrEmpty(words) ? words : Value(value, unit);

    /// <summary>A variance with its sign, shares in points: −8.2 pts, +64; nothing before a zero.</summary>
    public static string Variance(decimal? variance, Unit unit)
    {
        if (variance is not { } number)
            return NoValue;

        var text = Magnitude(number, unit, percentSign: " pts");
        return IsShownAsZero(number, unit) ? text : (number < 0 ? Minus : "+") + text;
    }

    /// <summary>A value in a sentence, where the unit has to be said: 4.9 days, 2,214 a day, 83.0%.</summary>
    public static string InWords(decimal value, KpiDefinition kpi) => WithUnit(Value(value, kpi.Unit), value, kpi);

    /// <summary>A distance in a sentence, without a sign: 8.2 points, 64 a day, £1.2m.</summary>
    public static string DistanceInWords(decimal distance, KpiDefinition kpi)
    {
        var number = Magnitude(distance, kpi.Unit, percentSign: string.Empty);
        return kpi.Unit == Unit.Percent ? $"{number} {(number == "1.0" ? "point" : "points")}" : WithUnit(number, distance, kpi);
    }

    /// <summary>True when all the digits shown are 0.</summary>
    public static bool IsShownAsZero(decimal number, Unit unit) => Rounded(number, unit) == 0;

    private static string WithUnit(string number, decimal value, KpiDefinition kpi)
    {
        var one = Math.Abs(Rounded(value, kpi.Unit)) == 1;
        var named = kpi.Unit switch
        {
            Unit.Minutes => one ? $"{number} minute" : $"{number} minutes",
            Unit.Days => one ? $"{number} day" : $"{number} days",
            Unit.Weeks => one ? $"{number} week" : $"{number} weeks",
            _ => number,
        };
        return kpi.Per switch
        {
            Per.Day => $"{named} a day",
            Per.Midnight => $"{named} on average",
            _ => named,
        };
    }

    private static string Magnitude(decimal number, Unit unit, string percentSign)
    {
        var rounded = Math.Abs(Rounded(number, unit));
        return unit switch
        {
            Unit.Percent => Text(rounded, 1) + percentSign,
            Unit.Gbp when Round(rounded / Thousand, 0) >= Thousand => $"£{Text(Round(rounded / Million, 1), 1)}m",
            Unit.Gbp when rounded >= LeastInThousands => $"£{Text(Round(rounded / Thousand, 0), 0)}k",
            Unit.Gbp => $"£{Text(rounded, 0)}",
            _ => Text(rounded, Decimals(unit)),
        };
    }

    /// <summary>What is shown, in the unit it is shown in: percentages for shares.</summary>
    private static decimal Rounded(decimal number, Unit unit) =>
        unit == Unit.Percent ? Round(number * 100, 1) : Round(number, Decimals(unit));

    private static int Decimals(Unit unit) => unit is Unit.Number or Unit.Days or Unit.Weeks ? 1 : 0;

    private static decimal Round(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Text(decimal number, int decimals) =>
        number.ToString(decimals == 0 ? "#,##0" : "#,##0.0", CultureInfo.InvariantCulture);
}
