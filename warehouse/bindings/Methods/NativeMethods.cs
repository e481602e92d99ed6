namespace DuckDB.NET.Native;

/// <summary>
/// The engine's C interface (duckdb.h), by subject. Names and types are those that DuckDB.NET.Data was compiled against;
/// where they differ from the C declaration, a method of that name adapts them.
/// </summary>
public static partial class NativeMethods
{
    private const string Library = "duckdb";
}
