using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stp.Etl.Runs;

/// <summary>data/runs: a JSON file per run, replaced whole at each step so that a reader never sees half of one.</summary>
public sealed class RunStore(string directory)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>An identifier that is not taken: the second it starts in, UTC, and the first free number after it.</summary>
    public string NewId(DateTimeOffset now)
    {
        var id = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return !File.Exists(PathOf(id)) ? id : Enumerable.Range(2, 1000).Select(number => $"{id}-{number:000}").First(next => !File.Exists(PathOf(next)));
    }

    public void Save(RunRecord run)
    {
        Directory.CreateDirectory(directory);
        var next = PathOf(run.RunId) + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(run, Json));
        File.Move(next, PathOf(run.RunId), overwrite: true);
    }

    /// <summary>The last runs, newest first; files that are no run records are passed over.</summary>
    public IReadOnlyList<RunRecord> Last(int count) => !Directory.Exists(directory) ? [] :
    [
        .. Directory.GetFiles(directory, "*.json")
            .OrderByDescending(path => path, StringComparer.Ordinal)
            .Select(Read)
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

    private string PathOf(string id) => Path.Combine(directory, id + ".json");
}
