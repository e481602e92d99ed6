using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stp.Scorecard;
using Stp.Scorecard.Spc;

namespace Stp.Etl.Commands;

/// <summary>An SPC result as JSON, in the names and the order of NHSRplotthedots: points and summary.</summary>
public static class SpcJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(SpcResult result) => Of(result).ToJsonString(Indented);

    public static JsonObject Of(SpcResult result) => new()
    {
        ["points"] = new JsonArray([.. result.Points.Select(Point)]),
        ["summary"] = new JsonObject
        {
            ["variation_type"] = Words.For(result.Variation),
            ["variation_icon"] = Words.For(result.VariationIcon),
            ["assurance_type"] = Word(result.Assurance),
            ["assurance_icon"] = Word(result.AssuranceIcon),
            ["groups"] = new JsonArray([.. result.Groups.Select(Group)]),
        },
    };

    private static JsonObject Point(SpcResultPoint point) => new()
    {
        ["date"] = point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["value"] = Number(point.Value),
        ["rebase_group"] = point.RebaseGroup,
        ["mean"] = Number(point.Limits.Mean),
        ["lpl"] = Number(point.Limits.Lower),
        ["upl"] = Number(point.Limits.Upper),
        ["outside_limits"] = point.IsOutside,
        ["relative_to_mean"] = point.SideOfMean,
        ["close_to_limits"] = point.IsClose,
        ["special_cause_type"] = point.Cause.Label(),
        ["special_cause_flag"] = point.IsSpecialCause,
        ["point_type"] = Words.For(point.Variation),
        ["short_group_warning"] = point.HasTrialLimits,
    };

    private static JsonObject Group(SpcGroup group) => new()
    {
        ["rebase_group"] = group.RebaseGroup,
        ["n"] = group.Points.Count,
        ["mean"] = Number(group.Limits.Mean),
        ["lpl"] = Number(group.Limits.Lower),
        ["upl"] = Number(group.Limits.Upper),
        ["common_cause"] = group.Count(Variation.CommonCause),
        ["special_cause_improvement"] = group.Count(Variation.SpecialCauseImprovement),
        ["special_cause_concern"] = group.Count(Variation.SpecialCauseConcern),
        ["variation_type"] = Words.For(group.Variation),
        ["assurance_type"] = Word(group.Assurance),
    };

    /// <summary>As a double, which a reader can hold: the 28 digits of a decimal are more than most keep.</summary>
    private static double? Number(decimal? number) => (double?)number;

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } some ? Words.For(some) : null;
}
