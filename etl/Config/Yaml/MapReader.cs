using Stp.Etl.Config.Text;

namespace Stp.Etl.Config.Yaml;

/// <summary>
/// Reads the properties of one YAML map. It knows which were asked for, so that those that were not (misspelt, mostly) are
/// faults: nothing configured is ever silently ignored. A value that is missing or wrong is a fault and reads as null.
/// </summary>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly Place _place;
    private readonly FaultList _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private MapReader(YamlMap map, Place place, FaultList faults)
    {
        _map = map;
        _place = place;
        _faults = faults;
    }

    /// <summary>Reads a whole file; null, with faults, where it is not a map.</summary>
    public static T? ReadFile<T>(ConfigFolder folder, string file, string remedyIfMissing, Func<MapReader, T> read)
        where T : class => YamlFile.Read(folder, file, remedyIfMissing) is { } map
            ? ReadAll(map, new Place(file, map.Line, string.Empty), folder.Faults, read)
            : null;

    /// <summary>Where a property stands, or would.</summary>
    public Place At(string name) => _place with { Line = Find(name)?.Line ?? _map.Line, Field = PathTo(name) };

    public bool Has(string name) => Find(name) is not null;

    public void Fault(string name, string message, string remedy = "") => Fault(At(name), message, remedy);

    public void Fault(Place place, string message, string remedy = "") => _faults.Add(place, message, remedy);

    public ConfigValue? Required(string name) => IsThere(name) ? Optional(name) : null;

    public ConfigValue? Optional(string name) => Find(name) is { } property ? property.Value.Read(At(name), _faults) : null;

    /// <summary>A required text; empty, after a fault, where it is missing.</summary>
    public string Text(string name) => Required(name)?.Text.Trim() ?? string.Empty;

    /// <summary>At least one value.</summary>
    public IReadOnlyList<ConfigValue> RequiredList(string name, bool mayBeOne = false)
    {
        if (!IsThere(name))
            return [];

        if (Find(name)!.Value is YamlList { Items.Count: 0 })
            Fault(name, "is an empty list.", "Name at least one.");

        return OptionalList(name, mayBeOne);
    }

    /// <param name="name">The property.</param>
    /// <param name="mayBeOne">A single value, without brackets, is a list of one.</param>
    /// <param name="mayHoldEmptyText">An item may be <c>''</c>.</param>
    public IReadOnlyList<ConfigValue> OptionalList(string name, bool mayBeOne = false, bool mayHoldEmptyText = false)
    {
        if (mayBeOne && Find(name)?.Value is YamlScalar)
            return Optional(name) is { } single ? [single] : [];

        var values = Items(name)
            .Select((item, index) => item.Read(ItemPlace(name, index, item), _faults, mayHoldEmptyText))
            .OfType<ConfigValue>()
            .ToList();
        foreach (var repeated in values.GroupBy(value => value.Text).SelectMany(same => same.Skip(1)))
        {
            repeated.Fault($"'{repeated.Text}' is in the list twice.", "Take one of them away.");
        }

        return values;
    }

    public T? OptionalMap<T>(string name, Func<MapReader, T> read)
        where T : class => Find(name) is { } property ? Map(property.Value, At(name), read) : null;

    public T? RequiredMap<T>(string name, Func<MapReader, T> read)
        where T : class => IsThere(name) ? OptionalMap(name, read) : null;

    /// <summary>A list whose items are maps.</summary>
    public IReadOnlyList<T> Maps<T>(string name, Func<MapReader, T> read)
        where T : class =>
        [.. Items(name).Select((item, index) => Map(item, ItemPlace(name, index, item), read)).OfType<T>()];

    /// <summary>A map from names of the partnership's own choosing to maps; null, after a fault, for what is none.</summary>
    public IReadOnlyDictionary<string, T?> NamedMaps<T>(string name, Func<MapReader, T> read)
        where T : class => RequiredMap(name, names => names._map.Properties
            .Select(property => property.Name)
            .Distinct()
            .ToDictionary(own => own, own => names.OptionalMap(own, read), StringComparer.Ordinal)) ?? [];

    private static T ReadAll<T>(YamlMap map, Place place, FaultList faults, Func<MapReader, T> read)
    {
        var reader = new MapReader(map, place, faults);
        var result = read(reader);
        reader.FaultDuplicatesAndLeftovers();
        return result;
    }

    private void FaultDuplicatesAndLeftovers()
    {
        foreach (var property in _map.Properties)
        {
            var place = _place with { Line = property.Line, Field = PathTo(property.Name) };
            var first = _map.Properties.First(other => other.Name == property.Name);
            if (!ReferenceEquals(first, property))
                _faults.Add(place, $"is there twice, on line {first.Line} already.", "Take one of them away.");
            else if (!_asked.Contains(property.Name))
                _faults.Add(place, "is not a property that stands here.", Suggestion.For(property.Name, _asked));
        }
    }

    private YamlProperty? Find(string name)
    {
        _asked.Add(name);
        return _map.Properties.FirstOrDefault(property => property.Name == name);
    }

    private bool IsThere(string name)
    {
        if (Has(name))
            return true;

        Fault(name, "is missing.", $"Add '{name}: …'.");
        return false;
    }

    private string PathTo(string name) => _place.Field.Length == 0 ? name : $"{_place.Field}.{name}";

    private Place ItemPlace(string name, int index, YamlNode item) =>
        _place with { Line = item.Line, Field = $"{PathTo(name)}[{index + 1}]" };

    private IReadOnlyList<YamlNode> Items(string name)
    {
        switch (Find(name)?.Value)
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                Fault(name, $"is {other.Kind}, not a list.", "Write it in brackets, [one, two], or as lines that begin with a dash.");
                return [];
        }
    }

    private T? Map<T>(YamlNode node, Place place, Func<MapReader, T> read)
        where T : class
    {
        if (node is YamlMap map)
            return ReadAll(map, place, _faults, read);

        _faults.Add(
            place,
            $"is {(node is YamlScalar { IsNull: true } ? "empty" : node.Kind)}, not properties.",
            "Write it as '{ name: value }' or as indented lines.");
        return null;
    }
}
