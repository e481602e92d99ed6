namespace DuckDB.NET.Native;

/// <summary>An argument of a user-defined function.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();

    /// <summary>The value as <typeparamref name="T"/>; the default of T for null.</summary>
    T GetValue<T>();
}
