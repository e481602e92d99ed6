using Stp.Etl.Config.Yaml;
using Stp.Etl.Feeds;
using Stp.Warehouse.DuckDb;

namespace Stp.Etl.Config;

/// <summary>The columns of one feed, and what the rest of the feed may say of them.</summary>
internal sealed class FeedColumns
{
    private readonly IReadOnlyList<ColumnEntry> _entries;
    private readonly MapReader _feed;

    private FeedColumns(MapReader feed, IReadOnlyList<ColumnEntry> entries)
    {
        _feed = feed;
        _entries = entries;
    }

    public IReadOnlyList<ColumnSpec> Specs => [.. _entries.Select(entry => entry.Spec)];

    public static FeedColumns Read(MapReader feed)
    {
        var columns = new FeedColumns(feed, feed.Maps("columns", ColumnReader.Read));
        if (!feed.Has("columns"))
            feed.Fault("columns", "is missing.", "List the columns, each with name and type.");
        else if (columns._entries.All(entry => !entry.Spec.IsLanded))
            feed.Fault("columns", "holds no column that lands.", "List the columns, each with name and type.");

        columns.CheckNames();
        foreach (var bandAt in columns._entries.Select(entry => entry.BandAt).OfType<ConfigValue>())
        {
            columns.LandedTime(bandAt);
        }

        return columns;
    }

    /// <summary>A column by its name as landed.</summary>
    public string LandedName(ConfigValue name)
    {
        Find(name);
        return name.Text;
    }

    /// <summary>A date or timestamp by its name as landed.</summary>
    public string LandedTime(ConfigValue name)
    {
        if (Find(name) is { Type: not (LandingType.Date or LandingType.Timestamp) } column)
            name.Fault(
                $"{name.Text} lands as {column.Type.ToString().ToLowerInvariant()}.",
                "Name a column that lands as a date or timestamp.");

        return name.Text;
    }

    /// <summary>Pseudonyms need a key, which only the sample brings itself.</summary>
    public void CheckPseudonymKey(Settings? settings, ConfigValue? source)
    {
        var column = _entries.FirstOrDefault(entry => entry.Spec.Personal == PersonalTreatment.Pseudonymise);
        if (settings is null || source is null || column is null)
            return;

        var isSample = settings.Sources.GetValueOrDefault(source.Text) == SourceKind.Sample;
        if (!isSample && settings.PseudonymKey is { Variable: null, File: null })
            _feed.Fault(
                "columns",
                $"{column.Spec.Name} is to be pseudonymised, and there is no key.",
                $"Write secrets: {{ pseudonym_key: {{ variable: NAME }} }} in {SettingsReader.File}.");
    }

    private ColumnSpec? Find(ConfigValue name)
    {
        var landed = _entries.Select(entry => entry.Spec).Where(spec => spec.IsLanded).ToList();
        if (landed.FirstOrDefault(spec => spec.LandsAs == name.Text) is { } column)
            return column;

        var own = _entries.FirstOrDefault(entry => entry.Spec.Name == name.Text)?.Spec;
        if (own is null)
            name.AsNameOf("column", landed.Select(spec => spec.LandsAs).ToList());
        else if (own.IsLanded)
            name.Fault($"{own.Name} lands under another name.", $"Write {own.LandsAs}.");
        else
            name.Fault($"{own.Name} is dropped and never lands.", "Name a column that lands.");

        return null;
    }

    /// <summary>Names differ by more than case, for DuckDB sees no case in them.</summary>
    private void CheckNames()
    {
        var landed = _entries.Where(entry => entry.Spec.IsLanded && entry.Spec.LandsAs.Length > 0);
        foreach (var same in landed.GroupBy(entry => entry.Spec.LandsAs, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var repeated in same.Skip(1))
            {
                _feed.Fault(
                    repeated.LandsAs,
                    $"another column lands as {same.Key} already.",
                    "Give each column a name of its own, with lands_as where need be.");
            }
        }

        var named = _entries.Where(entry => entry.Spec.Name.Length > 0);
        foreach (var same in named.GroupBy(entry => entry.Spec.Name, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var repeated in same.Skip(1).Where(entry => !entry.Spec.IsLanded || entry.Spec.LandsAs != entry.Spec.Name))
            {
                _feed.Fault(repeated.Name, $"there is a column {same.Key} already.", "Name each column of the source once.");
            }
        }
    }
}
