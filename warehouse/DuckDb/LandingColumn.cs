using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// A column of the landed files: its name, its type, and where its values come from. Without more being said that is the reader's
/// column of the same name; <see cref="Ordinal"/> names another one, and the methods below take a function of the current row
/// instead, so that a value can be replaced before it touches a disk.
/// </summary>
/// <param name="Precision">Digits in all, 1 to 38; decimals only.</param>
/// <param name="Scale">Digits after the point; decimals only.</param>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "They are the names of SQL types.")]
public sealed record LandingColumn(string Name, LandingType Type, int Precision = 0, int Scale = 0)
{
    /// <summary>The reader's column that the values are taken from; null for the one that has this column's name.</summary>
    public int? Ordinal { get; init; }

    /// <summary>A function of the current row that gives the value, or null where there is none.</summary>
    internal Delegate? Compute { get; private init; }

    public static LandingColumn Text(string name, Func<DbDataReader, string?> compute) =>
        new(name, LandingType.Text) { Compute = compute };

    public static LandingColumn Boolean(string name, Func<DbDataReader, bool?> compute) =>
        new(name, LandingType.Boolean) { Compute = compute };

    public static LandingColumn Integer(string name, Func<DbDataReader, int?> compute) =>
        new(name, LandingType.Integer) { Compute = compute };

    public static LandingColumn BigInt(string name, Func<DbDataReader, long?> compute) =>
        new(name, LandingType.BigInt) { Compute = compute };

    public static LandingColumn Double(string name, Func<DbDataReader, double?> compute) =>
        new(name, LandingType.Double) { Compute = compute };

    public static LandingColumn Decimal(string name, int precision, int scale, Func<DbDataReader, decimal?> compute) =>
        new(name, LandingType.Decimal, precision, scale) { Compute = compute };

    public static LandingColumn Date(string name, Func<DbDataReader, DateOnly?> compute) =>
        new(name, LandingType.Date) { Compute = compute };

    public static LandingColumn Timestamp(string name, Func<DbDataReader, DateTime?> compute) =>
        new(name, LandingType.Timestamp) { Compute = compute };

    public static LandingColumn Uuid(string name, Func<DbDataReader, Guid?> compute) =>
        new(name, LandingType.Uuid) { Compute = compute };

    public static LandingColumn Blob(string name, Func<DbDataReader, byte[]?> compute) =>
        new(name, LandingType.Blob) { Compute = compute };
}
