using System.Runtime.InteropServices;

namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>What DuckDB's C interface can do with vectors beyond what DuckDB.NET declares.</summary>
internal static partial class NativeVectors
{
    /// <summary>Makes one vector show another's values, which both then own, instead of copying them.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_vector_reference_vector")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static partial void Reference(nint target, nint source);
}
