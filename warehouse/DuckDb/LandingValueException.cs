namespace Stp.Warehouse.DuckDb;

/// <summary>A column's values do not fit the type it is to land as. Names the column, never a value.</summary>
public sealed class LandingValueException(string column, string reason) : Exception($"Column {column}: {reason}")
{
    public string Column { get; } = column;
}
