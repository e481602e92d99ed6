namespace Stp.Etl.Config;

/// <summary>One file of config/ as it was read.</summary>
/// <param name="Path">Relative to the config directory, its parts set apart by '/'.</param>
public sealed record ConfigFile(string Path, ReadOnlyMemory<byte> Content);
