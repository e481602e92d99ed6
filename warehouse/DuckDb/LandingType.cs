namespace Stp.Warehouse.DuckDb;

/// <summary>The types that a landed column may have.</summary>
public enum LandingType
{
    Text,
    Boolean,
    Integer,
    BigInt,
    Double,
    Decimal,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A clock time as the source supplied it: London wall time, microseconds, no zone.</summary>
    Timestamp,

    Uuid,
    Blob,
}
