namespace Stp.Etl.Config.Yaml;

/// <summary>A YAML document as a tree that knows its lines, duplicates of a property included.</summary>
/// <param name="Line">Counted from 1.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, as a fault puts it.</summary>
    public abstract string Kind { get; }

    /// <summary>Its single value; null, after a fault, where it has none.</summary>
    public virtual ConfigValue? Read(Place place, FaultList faults, bool mayBeEmptyText = false)
    {
        faults.Add(place, $"is {Kind}, not a single value.", "Write one value after the colon.");
        return null;
    }
}

internal sealed record YamlScalar(int Line, string Text, bool IsQuoted) : YamlNode(Line)
{
    public override string Kind => "a single value";

    /// <summary>Nothing at all after the colon, or YAML's own words for nothing.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override ConfigValue? Read(Place place, FaultList faults, bool mayBeEmptyText = false)
    {
        if (!IsNull && (mayBeEmptyText || Text.Trim().Length > 0))
            return new ConfigValue(place, Text, IsQuoted, faults);

        faults.Add(place, "has no value.", "Write one, or take the whole property away.");
        return null;
    }
}

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line)
{
    public override string Kind => "a list";
}

internal sealed record YamlProperty(int Line, string Name, YamlNode Value);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlProperty> Properties) : YamlNode(Line)
{
    public override string Kind => "a map";
}
