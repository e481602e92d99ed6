namespace Stp.Etl.Config;

/// <summary>The configuration cannot be used. The message is the count of its faults, then every fault on a line of its own.</summary>
public sealed class ConfigException(IReadOnlyList<ConfigFault> faults) : Exception(Describe(faults))
{
    /// <summary>By file, then by line.</summary>
    public IReadOnlyList<ConfigFault> Faults { get; } = faults;

    private static string Describe(IReadOnlyList<ConfigFault> faults)
    {
        var count = faults.Count == 1 ? "The configuration has 1 fault:" : $"The configuration has {faults.Count} faults:";
        return string.Join('\n', faults.Select(fault => fault.ToString()).Prepend(count));
    }
}
