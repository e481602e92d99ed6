using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// Landing columns as a reader's own columns suggest them. A reader may say less where it has no rows (DuckDB.NET's then leaves out the
/// size of decimals), so a feed whose files have to keep one schema names its decimals itself.
/// </summary>
public static class LandingColumns
{
    // For a decimal whose reader does not say its size, or says a scale of 255 as SqlClient does for money.
    private const int WidestPrecision = 38;
    private const int ScaleWhereNoneIsSaid = 10;

    /// <summary>One column for each of the reader's, in its order, each taken by position.</summary>
    /// <exception cref="LandingValueException">A column is of a type that cannot land.</exception>
    public static IReadOnlyList<LandingColumn> Of(DbDataReader reader)
    {
        var schema = reader.GetSchemaTable();
        return Enumerable.Range(0, reader.FieldCount)
            .Select(ordinal => Of(reader.GetName(ordinal), reader.GetFieldType(ordinal), schema?.Rows[ordinal]) with { Ordinal = ordinal })
            .ToList();
    }

    private static LandingColumn Of(string name, Type type, DataRow? schema)
    {
        if (type != typeof(decimal))
            return new LandingColumn(name, TypeOf(name, type));
        var precision = Number(schema, SchemaTableColumn.NumericPrecision);
        var scale = Number(schema, SchemaTableColumn.NumericScale);
        return precision is > 0 and <= WidestPrecision && scale <= precision
            ? new LandingColumn(name, LandingType.Decimal, precision.Value, scale.Value)
            : new LandingColumn(name, LandingType.Decimal, WidestPrecision, ScaleWhereNoneIsSaid);
    }

    private static int? Number(DataRow? schema, string column) =>
        schema is not null && schema.Table.Columns.Contains(column) && schema[column] is not DBNull
            ? Convert.ToInt32(schema[column], CultureInfo.InvariantCulture)
            : null;

    private static LandingType TypeOf(string name, Type type)
    {
        if (type == typeof(string) || type == typeof(char))
            return LandingType.Text;
        if (type == typeof(bool))
            return LandingType.Boolean;
        if (type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(sbyte) || type == typeof(ushort))
            return LandingType.Integer;
        if (type == typeof(long) || type == typeof(uint))
            return LandingType.BigInt;
        if (type == typeof(double) || type == typeof(float))
            return LandingType.Double;
        if (type == typeof(DateOnly))
            return LandingType.Date;
        if (type == typeof(DateTime))
            return LandingType.Timestamp;
        if (type == typeof(Guid))
            return LandingType.Uuid;
        if (type == typeof(byte[]) || type == typeof(Stream))
            return LandingType.Blob;
        throw new LandingValueException(name, $"there is no landing type for {type.Name}.");
    }
}
