namespace Stp.Warehouse.DuckDb.Chunks;

/// <summary>A value cannot be stored without loss. Says why, never which value; whoever knows the column adds its name.</summary>
internal sealed class UnfitValueException(string reason) : Exception(reason);
