namespace Stp.Etl.Config.Yaml;

/// <summary>A YAML document as a tree that knows its lines, duplicates of a property included.</summary>
/// <param name="Line">Counted from 1.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>What it is, as a fault puts it.</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlScalar(int Line, string Text, bool IsQuoted) : YamlNode(Line)
{
    public override string Kind => "a single value";

    /// <summary>Nothing at all after the colon, or YAML's own words for nothing.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";
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
