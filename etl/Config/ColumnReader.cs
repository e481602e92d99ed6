using Stp.Scorecard;
using Stp.Etl.Config.Text;
using Stp.Etl.Config.Yaml;
using Stp.Etl.Feeds;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Config;

/// <summary>A column with the places of its names, for the checks that compare columns with each other.</summary>
internal sealed record ColumnEntry(ColumnSpec Spec, Place Name, Place LandsAs, ConfigValue? BandAt);

/// <summary>Reads one column of a feed: what lands of it, and the rules that its landed values keep.</summary>
internal static class ColumnReader
{
    /// <summary>What a column that never leaves its source cannot have, for nothing of it lands.</summary>
    private static readonly string[] OfLandedColumns =
        ["lands_as", "required", "code", "allowed", "null_when", "minimum", "maximum", "pattern"];

    public static ColumnEntry Read(MapReader map)
    {
        var name = map.Text("name");
        var type = map.Required("type") is { } word ? ColumnTypes.Read(word) : null;
        var personal = map.Optional("personal")?.AsWord<PersonalTreatment>() ?? PersonalTreatment.None;
        var band = map.Optional("band")?.AsWord<BandKind>() ?? BandKind.None;
        var bandAt = map.Optional("band_at");
        CheckTreatment(map, type, personal, band);

        var landed = LandedType(type, personal);
        var landsAs = map.Optional("lands_as");
        if (personal != PersonalTreatment.Drop && name.Length > 0 && !Identifier.IsPlain(landsAs?.Text ?? name))
            map.Fault(
                landsAs is null ? "name" : "lands_as",
                $"'{landsAs?.Text ?? name}' is not a name that SQL takes without quotes.",
                "Write lands_as with letters, digits and underscores.");

        var isCode = map.Optional("code")?.AsBoolean() ?? false;
        var allowed = map.OptionalList("allowed");
        var nullWhen = map.OptionalList("null_when", mayHoldEmptyText: true);
        var (minimum, maximum) = (map.Optional("minimum"), map.Optional("maximum"));
        var pattern = map.Optional("pattern");
        var spec = new ColumnSpec(
            name,
            landsAs?.Text ?? name,
            landed?.Type ?? LandingType.Text,
            landed?.Precision ?? 0,
            landed?.Scale ?? 0,
            map.Optional("required")?.AsBoolean() ?? false,
            isCode,
            [.. allowed.Select(value => value.Text)],
            [.. nullWhen.Select(value => value.Text)],
            minimum?.Text,
            maximum?.Text,
            pattern?.Text,
            personal,
            band,
            bandAt?.Text);
        if (landed is not null && spec.IsLanded)
        {
            ColumnRuleChecks.CheckValues(landed, personal, [.. allowed, .. nullWhen.Where(value => value.Text.Length > 0)]);
            ColumnRuleChecks.CheckBounds(landed, minimum, maximum);
            ColumnRuleChecks.CheckPattern(landed, pattern);
            ColumnRuleChecks.CheckCode(map, landed, isCode, allowed);
        }

        return new ColumnEntry(spec, map.At("name"), map.At("lands_as"), bandAt);
    }

    private static ColumnType? LandedType(ColumnType? type, PersonalTreatment personal) => personal switch
    {
        PersonalTreatment.Pseudonymise => new ColumnType(LandingType.Uuid),
        PersonalTreatment.Band => new ColumnType(LandingType.Text),
        _ => type,
    };

    private static void CheckTreatment(MapReader map, ColumnType? type, PersonalTreatment personal, BandKind band)
    {
        if (personal == PersonalTreatment.Band && !map.Has("band"))
            map.Fault(
                "band",
                "is missing, and the column is to be banded.",
                $"Write one of: {string.Join(", ", Words.Of<BandKind>().Keys)}.");
        if (personal != PersonalTreatment.Band && map.Has("band"))
            map.Fault("band", "has no effect.", "Write personal: band as well, or take it away.");
        if (band == BandKind.Age && !map.Has("band_at"))
            map.Fault("band_at", "is missing, and an age is taken on a day.", "Write the column that has the day.");
        if (band != BandKind.Age && map.Has("band_at"))
            map.Fault("band_at", "has no effect: only an age is taken on a day.", "Take it away.");
        if (type is not null && band == BandKind.Age && !type.IsTime)
            map.Fault("type", "an age is taken from a date.", "Write date.");
        if (type is not null && band == BandKind.PostcodeArea && type.Type != LandingType.Text)
            map.Fault("type", "a postcode is a text.", "Write text.");

        foreach (var property in OfLandedColumns.Where(property => personal == PersonalTreatment.Drop && map.Has(property)))
        {
            map.Fault(property, "has no effect: nothing of a dropped column lands.", "Take it away.");
        }
    }
}
