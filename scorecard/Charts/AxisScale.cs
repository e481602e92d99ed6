using System.Globalization;
using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Charts;

/// <summary>The range of a value axis, as shown (percent, not fractions; millions of pounds), with round steps.</summary>
public sealed record AxisScale(double Min, double Max, double Step, AxisUnit Display)
{
    /// <summary>A narrower window than this would make small changes look large.</summary>
    private const double LeastWindowOfPercent = 20;

    /// <summary>The same for the other units, as a share of the largest value.</summary>
    private const double LeastWindowOfOthers = 0.25;

    /// <summary>An axis starts at zero unless everything on it lies above this share of the largest value.</summary>
    private const double ZeroUnlessAbove = 0.5;

    private const double Padding = 0.06;
    private const int AboutSteps = 5;

    /// <summary>Says where the axis starts; null where it shows zero.</summary>
    public string? NoteForZero() => Min <= 0 && Max >= 0
        ? null
        : $"Axis starts at {Display.Before}{Min.ToString("#,0.##", CultureInfo.InvariantCulture)}{Display.After}, not at zero";

    /// <summary>A value as the axis shows it.</summary>
    public double Shown(decimal value) => Shown(value, Display);

    /// <summary>An axis that holds all the values without stretching their differences.</summary>
    public static AxisScale For(IEnumerable<decimal> values, Unit unit)
    {
        var all = values.ToList();
        var axis = AxisUnit.For(unit, all.Select(Math.Abs).DefaultIfEmpty().Max());
        var shown = all.Select(value => Shown(value, axis)).ToList();
        var (low, high) = shown.Count > 0 ? (shown.Min(), shown.Max()) : (0, unit == Unit.Percent ? 100 : 1);
        var isShare = unit == Unit.Percent && low >= 0 && high <= 100;
        var (from, to) = Window(low, high, unit);
        if (isShare)
        {
            to = Math.Min(to, 100);
        }

        var step = RoundStep((to - from) / AboutSteps);
        return new AxisScale(Math.Floor(from / step) * step, Math.Ceiling(to / step) * step, step, axis);
    }

    private static double Shown(decimal value, AxisUnit axis) => Math.Round((double)(value * axis.Factor), 4);

    private static (double From, double To) Window(double low, double high, Unit unit)
    {
        if (low >= 0 && low < high * ZeroUnlessAbove)
        {
            return (0, high * (1 + Padding));
        }

        var least = unit == Unit.Percent ? LeastWindowOfPercent : Math.Max(Math.Abs(high), Math.Abs(low)) * LeastWindowOfOthers;
        var window = Math.Max((high - low) * (1 + (2 * Padding)), least > 0 ? least : 1);
        var from = ((low + high) / 2) - (window / 2);
        return low >= 0 && from < 0 ? (0, window) : (from, from + window);
    }

    /// <summary>The next of 1, 2, 5, 10, 20, 50 … that is at least as large.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1.001 => 1, <= 2.001 => 2, <= 5.001 => 5, _ => 10 };
    }
}
