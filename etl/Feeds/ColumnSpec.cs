using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Feeds;

/// <summary>What happens to a personal column before anything touches a disk.</summary>
public enum PersonalTreatment
{
    None,

    /// <summary>Replaced by a keyed pseudonym (HMAC-SHA-256).</summary>
    Pseudonymise,

    /// <summary>A birth date becomes an age band, a postcode its area.</summary>
    Band,

    /// <summary>Never leaves the source.</summary>
    Drop,
}

/// <summary>What a banded column becomes.</summary>
public enum BandKind
{
    None,

    /// <summary>The age in whole years on the day of another column of the row, as the text of one of seven bands such as <c>18-39</c>.</summary>
    Age,

    /// <summary>The letters that a postcode begins with: SE of SE1 9ZZ.</summary>
    PostcodeArea,
}

/// <summary>One column of a feed: what the source calls it, what lands, and the rules its values keep.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="LandsAs">What landing calls it; its own name unless a treatment changes what it holds.</param>
/// <param name="Type">The type it has after the contract's cast.</param>
/// <param name="IsRequired">A row without a value is rejected.</param>
/// <param name="IsCode">A code: trimmed and upper-cased before the rules look at it.</param>
/// <param name="Allowed">The only values it may have; empty for any.</param>
/// <param name="NullWhen">Values that mean no value, such as the sentinel date 1800-01-01.</param>
/// <param name="Minimum">The least value, inside, in the column's type.</param>
/// <param name="Maximum">The greatest value, inside, in the column's type.</param>
/// <param name="Pattern">The form of the whole value, as a regular expression.</param>
/// <param name="BandAt">For an age: the column whose day the age is taken on.</param>
public sealed record ColumnSpec(
    string Name,
    string LandsAs,
    LandingType Type,
    int Precision,
    int Scale,
    bool IsRequired,
    bool IsCode,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<string> NullWhen,
    string? Minimum,
    string? Maximum,
    string? Pattern,
    PersonalTreatment Personal,
    BandKind Band,
    string? BandAt)
{
    public bool IsLanded => Personal != PersonalTreatment.Drop;
}
