using System.Globalization;
using Stp.Scorecard.Kpis;

namespace Stp.Scorecard.Spc;

/// <summary>What an SPC result says, in words: the title of its chart and what stands below it.</summary>
public sealed class SpcText(SpcResult result, Unit unit)
{
    /// <summary>A plain number shows the width of the limits, or the spread of the values, with this many digits.</summary>
    private const int DigitsOfTheSpread = 3;

    private const int MostDecimals = 6;

    private readonly string _numberFormat = NumberFormat(result);

    /// <summary>The message: what the latest point says, and whether the target can be expected to be met.</summary>
    public string Message() => string.Join("; ", new[] { VariationInWords(), AssuranceInWords() }.Where(part => part.Length > 0));

    /// <summary>What is shown: its name, its dates, which way is better.</summary>
    public string Subtitle(string name)
    {
        var series = result.Series;
        var points = result.Points.ToList();
        var better = series.Direction switch
        {
            Direction.Increase => "higher is better",
            Direction.Decrease => "lower is better",
            _ => "neither direction is better",
        };
        var count = points.Count == 1 ? "1 point" : $"{points.Count} points";
        return $"{name}: {count} from {Day(points[0].Date)} to {Day(points[^1].Date)}, {better}";
    }

    /// <summary>What a reader must know of the limits; empty where there is nothing.</summary>
    public string Caption()
    {
        var parts = new List<string>();
        if (result.HasTrialLimits)
            parts.Add($"Trial limits: some come from fewer than {SpcConstants.RowsForFirmLimits} points and may move as points are added.");
        if (result.Groups.Any(group => group.Limits.Upper is null))
            parts.Add("Without limits, where no change from point to point is left to compute them from.");
        if (result.Series.FixAfter is { } rows)
            parts.Add($"Mean and limits fixed after the first {rows} points{(result.Groups.Count > 1 ? " of each part" : string.Empty)}.");
        if (!result.Series.ScreenOutliers)
            parts.Add("Outliers not screened out of the limits.");
        return string.Join(' ', parts);
    }

    /// <summary>A value as people read it, with its unit.</summary>
    public string Value(decimal? value) => value is { } number && unit == Unit.Number
        ? number.ToString(_numberFormat, CultureInfo.InvariantCulture).Replace('-', '−')
        : ValueFormat.Value(value, unit);

    /// <summary>The target, with the digits that it was agreed with.</summary>
    public string Target() => result.Series.Target is { } number && unit == Unit.Number
        ? number.ToString("#,##0." + new string('#', MostDecimals), CultureInfo.InvariantCulture).Replace('-', '−')
        : Value(result.Series.Target);

    /// <summary>A date as people read it: 31 December 2018.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Variation in a word or two.</summary>
    public static string Name(Variation variation) => variation switch
    {
        Variation.SpecialCauseImprovement => "improvement",
        Variation.SpecialCauseConcern => "concern",
        Variation.SpecialCauseNeutralHigh => "special cause, high",
        Variation.SpecialCauseNeutralLow => "special cause, low",
        _ => "common cause",
    };

    private string VariationInWords() => result.Variation switch
    {
        _ when result.Latest.Value is null => "No figure at the latest date",
        Variation.CommonCause => "No significant change: the latest point is common cause variation",
        Variation.SpecialCauseImprovement => $"Improvement: {RuleInWords()}",
        Variation.SpecialCauseConcern => $"Concern: {RuleInWords()}",
        _ => $"Special cause: {RuleInWords()}",
    };

    private string RuleInWords() => result.Latest.Cause switch
    {
        SpecialCause.AboveUpperLimit => "the latest point is above the upper limit",
        SpecialCause.BelowLowerLimit => "the latest point is below the lower limit",
        SpecialCause.TrendIncreasing => $"the last {SpcConstants.RunLength} points rise one after another",
        SpecialCause.TrendDecreasing => $"the last {SpcConstants.RunLength} points fall one after another",
        SpecialCause.TwoInThreeAbove => "the latest point and one of the two before it are close to the upper limit",
        SpecialCause.TwoInThreeBelow => "the latest point and one of the two before it are close to the lower limit",
        SpecialCause.ShiftAbove => $"the last {SpcConstants.RunLength} points lie above the mean",
        SpecialCause.ShiftBelow => $"the last {SpcConstants.RunLength} points lie below the mean",
        _ => string.Empty,
    };

    private string AssuranceInWords()
    {
        var target = Target();
        return result.Assurance switch
        {
            Assurance.ConsistentPass => $"the target of {target} is expected to be met",
            Assurance.ConsistentFail => $"the target of {target} is not expected to be met as things stand",
            Assurance.Inconsistent when result.Limits.Upper is null => $"there are no limits to judge the target of {target} by",
            Assurance.Inconsistent => $"the target of {target} will be met at times and missed at others",
            _ => string.Empty,
        };
    }

    private static string NumberFormat(SpcResult result)
    {
        var values = result.Points.Select(point => point.Value).Append(result.Series.Target).OfType<decimal>().ToList();
        var width = result.Limits.Upper - result.Limits.Lower;
        var spread = (double)(width > 0 ? width.Value : values.Count > 0 ? values.Max() - values.Min() : 0);
        var decimals = spread > 0 ? DigitsOfTheSpread - 1 - (int)Math.Floor(Math.Log10(spread)) : DigitsOfTheSpread;
        var areWhole = values.TrueForAll(decimal.IsInteger);
        return "#,##0." + new string(areWhole ? '#' : '0', Math.Clamp(decimals, 0, MostDecimals));
    }
}
