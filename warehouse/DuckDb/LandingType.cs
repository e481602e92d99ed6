using System.Diagnostics.CodeAnalysis;

namespace Stp.Warehouse.DuckDb;

/// <summary>The types that a landed column can have.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "They are the names of SQL types.")]
public enum LandingType
{
    Text,
    Boolean,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    BigInt,
    Double,

    /// <summary>An exact number with precision and scale.</summary>
    Decimal,
    Date,

    /// <summary>Date and time to the microsecond, without a time zone: the wall time of the source.</summary>
    Timestamp,
    Uuid,
    Blob,
}
