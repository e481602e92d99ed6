namespace Stp.Etl.Config;

/// <summary>Where in config/ something stands.</summary>
/// <param name="File">Relative to the config directory, with forward slashes.</param>
/// <param name="Line">Counted from 1; 0 for the whole file.</param>
/// <param name="Field">The property or column; empty for the whole line or file.</param>
internal readonly record struct Place(string File, int Line, string Field)
{
    public static Place Whole(string file) => new(file, 0, string.Empty);
}

/// <summary>Collects every fault of every file, so that a partnership mends them all in one go.</summary>
internal sealed class FaultList
{
    private readonly List<ConfigFault> _faults = [];

    public int Count => _faults.Count;

    public bool AreIn(string file) => _faults.Exists(fault => fault.File == file);

    /// <summary>By file, then by line, as someone with the files open would go through them.</summary>
    public IReadOnlyList<ConfigFault> InOrder =>
        [.. _faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];

    public void Add(Place place, string message, string remedy = "") =>
        _faults.Add(new ConfigFault(place.File, place.Line, place.Field, message, remedy));
}
