using Stp.Scorecard.Spc;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Spc;

/// <summary>Series and limits for tests to vary.</summary>
internal static class SpcGiven
{
    public static readonly DateOnly FirstDay = new(2018, 1, 1);

    /// <summary>Mean 0, limits 2.66 and −2.66, near limits 1.7733… and −1.7733….</summary>
    public static XmrLimits Limits => new(0, 1);

    /// <summary>A point a day.</summary>
    public static SpcSeries Series(params decimal?[] values) => new([.. values.Select((value, i) => new SpcPoint(FirstDay.AddDays(i), value))]);

    /// <summary>A value repeated.</summary>
    public static IEnumerable<decimal?> Times(int count, decimal? value) => Enumerable.Repeat(value, count);

    /// <summary>Values and their labels, a row each: none is a date without a figure, an empty label is common cause.</summary>
    public static (decimal?[] Values, string[] Labels) Drawn(string drawing)
    {
        var rows = DrawnTable.Rows(drawing);
        return ([.. rows.Select(row => row.Number("value"))], [.. rows.Select(row => row.Text("label", "Common Cause"))]);
    }
}
