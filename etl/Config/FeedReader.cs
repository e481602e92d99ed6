using Stp.Scorecard;
using Stp.Etl.Config.Text;
using Stp.Etl.Config.Yaml;
using Stp.Etl.Feeds;

namespace Stp.Etl.Config;

/// <summary>Reads config/feeds/&lt;feed&gt;.yaml with its queries.</summary>
/// <param name="settings">Null where stp.yaml could not be read: then sources are not looked up.</param>
internal sealed class FeedReader(ConfigFolder folder, Settings? settings)
{
    private const string Folder = "feeds";
    private const string Extension = ".yaml";

    /// <summary>The feeds that there are, whether their files can be read or not.</summary>
    public static IReadOnlyList<string> Names(ConfigFolder folder) =>
        [.. folder.Files(Folder, Extension).Select(file => Path.GetFileNameWithoutExtension(file))];

    public IReadOnlyList<Feed> Read() => [.. folder.Files(Folder, Extension).Select(ReadFile).OfType<Feed>()];

    private Feed? ReadFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var feed = MapReader.ReadFile(folder, file, string.Empty, map => ReadFeed(map, file, name));
        if (feed is null)
            folder.PassOver($"{Folder}/{name}.");

        return feed;
    }

    private Feed ReadFeed(MapReader map, string file, string name)
    {
        var id = map.Required("id")?.AsId();
        if (id is not null && id != name)
            map.Fault("id", $"'{id}' is not the file's name.", $"Write {name}, or call the file {id}{Extension}.");

        var mode = map.Required("mode")?.AsWord<FeedMode>();
        var source = map.Required("source");
        var columns = FeedColumns.Read(map);
        var watermark = map.OptionalMap("watermark", each => ReadWatermark(each, columns));
        var layouts = FeedLayouts.Read(folder, Folder, map);
        var queryFile = mode is FeedMode.Timestamp or FeedMode.Census ? $"{Folder}/{name}.sql" : null;
        CheckMode(map, mode, layouts);
        if (mode is null)
            folder.PassOver($"{Folder}/{name}.sql");

        CheckSource(source, mode);
        columns.CheckPseudonymKey(settings, source);
        return new Feed(
            id ?? name,
            map.Text("title"),
            map.Text("grain"),
            map.Text("owner"),
            source?.Text ?? string.Empty,
            mode ?? default,
            queryFile is null ? null : ReadWindowQuery(queryFile),
            queryFile,
            watermark,
            layouts,
            [.. map.RequiredList("key").Select(columns.LandedName)],
            map.Required("business_date") is { } date ? columns.LandedTime(date) : string.Empty,
            map.Optional("business_period")?.AsWord<BusinessPeriod>() ?? BusinessPeriod.Day,
            map.Required("fresh_for_days")?.AsInteger(minimum: 0) ?? 0,
            map.RequiredMap("reject_limit", limit => new RejectLimit(limit.Required("share")?.AsDecimal(0, 1) ?? 0)) ?? new RejectLimit(0),
            columns.Specs,
            ReadRules(map),
            file);
    }

    private static WatermarkSpec ReadWatermark(MapReader map, FeedColumns columns) => new(
        map.Required("column") is { } column ? columns.LandedTime(column) : string.Empty,
        TimeSpan.FromDays(map.Required("lag_days")?.AsInteger(minimum: 0, maximum: 3660) ?? 0));

    private static void CheckMode(MapReader map, FeedMode? mode, IReadOnlyList<FileLayout> layouts)
    {
        var isWindowed = mode is FeedMode.Timestamp or FeedMode.Census;
        if (isWindowed && !map.Has("watermark"))
            map.Fault("watermark", $"is missing, and mode {Words.For(mode!.Value)} goes by it.", "Write '{ column: …, lag_days: 3 }'.");
        if (isWindowed && map.Has("layouts"))
            map.Fault("layouts", $"has no effect in mode {Words.For(mode!.Value)}.", "Take it away, or write mode: files.");
        if (mode == FeedMode.Files && map.Has("watermark"))
            map.Fault("watermark", "has no effect in mode files.", "Take it away, or write mode: timestamp or census.");
        if (mode == FeedMode.Files && !map.Has("layouts"))
            map.Fault(
                "layouts",
                "is missing, and mode files recognises files by it.",
                "Write a list of layouts, each with name, columns and query.");
        else if (mode == FeedMode.Files && layouts.Count == 0)
            map.Fault("layouts", "holds no layout.", "Write at least one, with name, columns and query.");
    }

    private void CheckSource(ConfigValue? source, FeedMode? mode)
    {
        if (source is null || settings is null)
            return;

        source.AsNameOf("source", settings.Sources.Keys.ToList());
        if (mode is null || settings.Sources.GetValueOrDefault(source.Text) is not { } kind)
            return;

        var isSuited = (kind == SourceKind.Files) == (mode == FeedMode.Files);
        if (isSuited)
            return;

        source.Fault(
            $"'{source.Text}' is a source of kind {Words.For(kind)}, which has no mode {Words.For(mode.Value)}.",
            "Write another mode, or another source.");
    }

    private string? ReadWindowQuery(string file)
    {
        var query = SqlStatement.Read(folder, file, "Write the query of the feed: a select over @window_start and @window_end.");
        var code = query is null ? null : SqlStatement.CodeOf(query);
        foreach (var parameter in new[] { "@window_start", "@window_end" })
        {
            if (code?.Contains(parameter, StringComparison.Ordinal) == false)
                folder.Faults.Add(
                    Place.Whole(file),
                    $"does not use {parameter}.",
                    "Select the rows changed at or after @window_start and before @window_end.");
        }

        return query;
    }

    private static IReadOnlyList<RowRule> ReadRules(MapReader map)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return map.Maps("rules", rule =>
        {
            var name = rule.Required("name")?.AsId() ?? string.Empty;
            if (name.Length > 0 && !names.Add(name))
                rule.Fault("name", $"there is a rule '{name}' already.", "Give each rule a name of its own.");

            var sql = rule.Text("sql");
            if (SqlStatement.CodeOf(sql).Contains(';', StringComparison.Ordinal))
                rule.Fault("sql", "a condition holds no ';'.", "Write one condition, such as DepartedAt >= ArrivedAt.");

            return new RowRule(name, sql);
        });
    }
}
