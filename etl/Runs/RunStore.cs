using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stp.Etl.Runs;

/// <summary>data/runs: a JSON file per run, replaced whole at each step so that a reader never sees half of one.</summary>
public sealed class RunStore(string directory)
{
    private const string IdFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// The second that the run starts in, UTC, or the second after the last run's where that is later: batches and publications are
    /// named after their run, and their names must sort as they happened even when runs follow each other fast or the clock is set back.
    /// </summary>
    public string NewId(DateTimeOffset now)
    {
        var last = Ids().Select(StartOf).OfType<DateTime>().DefaultIfEmpty(DateTime.MinValue).Max();
        var start = last >= now.UtcDateTime.AddSeconds(-1) ? last.AddSeconds(1) : now.UtcDateTime;
        return start.ToString(IdFormat, CultureInfo.InvariantCulture);
    }

    public void Save(RunRecord run)
    {
        Directory.CreateDirectory(directory);
        var next = PathOf(run.RunId) + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(run, Json));
        File.Move(next, PathOf(run.RunId), overwrite: true);
    }

    /// <summary>The last runs, newest first; files that are no run records are passed over.</summary>
    public IReadOnlyList<RunRecord> Last(int count) =>
    [
        .. Ids()
            .OrderDescending(StringComparer.Ordinal)
            .Select(id => Read(PathOf(id)))
            .OfType<RunRecord>()
            .Take(count),
    ];

    private static RunRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTime? StartOf(string id) =>
        DateTime.TryParseExact(id, IdFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : null;

    private IEnumerable<string> Ids() => !Directory.Exists(directory) ? [] :
        Directory.GetFiles(directory, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    private string PathOf(string id) => Path.Combine(directory, id + ".json");
}
