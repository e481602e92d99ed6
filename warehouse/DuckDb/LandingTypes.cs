using System.Globalization;

namespace Stp.Warehouse.DuckDb;

/// <summary>What SQL calls the types of landing.</summary>
public static class LandingTypes
{
    /// <param name="precision">Digits in all; only a decimal has them.</param>
    /// <param name="scale">Digits behind the point; only a decimal has them.</param>
    public static string SqlName(this LandingType type, int precision, int scale) => type switch
    {
        LandingType.Text => "text",
        LandingType.Boolean => "boolean",
        LandingType.Integer => "integer",
        LandingType.BigInt => "bigint",
        LandingType.Double => "double precision",
        LandingType.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({precision}, {scale})"),
        LandingType.Date => "date",
        LandingType.Timestamp => "timestamp",
        LandingType.Uuid => "uuid",
        LandingType.Blob => "blob",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such landing type."),
    };
}
