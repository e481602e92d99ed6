using System.Text.Json;
using System.Text.Json.Nodes;
using Stp.Etl.Commands;
using Stp.Scorecard;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Spc;

/// <summary>Every field of every case that NHSRplotthedots 0.2.2 has computed.</summary>
[TestFixture]
public sealed class SpcGoldenTests
{
    private const string File = "data/spc_golden_visible.json";
    private const double Tolerance = 1e-9;

    [Test]
    public void EveryCase_IsAsTheReferenceHasIt()
    {
        using var golden = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.Shared(File)));
        var cases = golden.RootElement.GetProperty("cases").EnumerateArray().ToList();

        Assert.That(cases, Is.Not.Empty);
        Assert.Multiple(() => cases.ForEach(Check));
    }

    private static void Check(JsonElement golden)
    {
        var name = golden.GetProperty("name").GetString()!;
        if (golden.GetProperty("error").ValueKind == JsonValueKind.String)
        {
            Assert.That(() => SpcAnalysis.Of(Series(golden)), Throws.TypeOf<SpcException>(), name);
            return;
        }

        var got = SpcJson.Of(SpcAnalysis.Of(Series(golden)));
        Assert.That(got.Select(property => property.Key), Is.EqualTo(["points", "summary"]));
        foreach (var part in new[] { "points", "summary" })
        {
            Assert.That(Differences(JsonNode.Parse(golden.GetProperty(part).GetRawText()), got[part], $"{name} {part}"), Is.Empty);
        }
    }

    private static SpcSeries Series(JsonElement golden)
    {
        var (input, options) = (golden.GetProperty("input"), golden.GetProperty("options"));
        var points = input.GetProperty("dates").EnumerateArray()
            .Zip(input.GetProperty("values").EnumerateArray(), (date, value) => new SpcPoint(Day(date), Number(value)));
        var fixAfter = options.GetProperty("fix_after_n_points");
        return new SpcSeries(
            [.. points],
            Words.Of<Direction>()[options.GetProperty("improvement_direction").GetString()!],
            Number(options.GetProperty("target")),
            [.. options.GetProperty("rebase").EnumerateArray().Select(Day)],
            fixAfter.ValueKind == JsonValueKind.Null ? null : fixAfter.GetInt32(),
            options.GetProperty("screen_outliers").GetBoolean());
    }

    private static DateOnly Day(JsonElement date) => DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd");

    private static decimal? Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();

    /// <summary>Numbers within the tolerance, everything else exactly, with the same names in the same order.</summary>
    private static IEnumerable<string> Differences(JsonNode? wanted, JsonNode? got, string where) => (wanted, got) switch
    {
        (JsonObject left, JsonObject right) when left.Select(pair => pair.Key).SequenceEqual(right.Select(pair => pair.Key)) =>
            left.SelectMany(pair => Differences(pair.Value, right[pair.Key], $"{where}.{pair.Key}")),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            left.Zip(right).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{where}[{i}]")),
        _ when AreClose(wanted, got) || (wanted is not JsonObject and not JsonArray && JsonNode.DeepEquals(wanted, got)) => [],
        _ => [$"{where} is {got?.ToJsonString() ?? "null"}, not {wanted?.ToJsonString() ?? "null"}"],
    };

    private static bool AreClose(JsonNode? wanted, JsonNode? got)
    {
        if (wanted?.GetValueKind() != JsonValueKind.Number || got?.GetValueKind() != JsonValueKind.Number)
            return false;

        var (left, right) = (AsDouble(wanted), AsDouble(got));
        return Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right));
    }

    private static double AsDouble(JsonNode node) => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
