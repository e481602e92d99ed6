using System.Text.Json;

namespace Stp.Scorecard.Packs.Writers;

/// <summary>pack.json: what a written pack shows and of which publication, for programs that link to its images.</summary>
/// <param name="Month">As 2018-12.</param>
/// <param name="Images">Names without ending; each stands as .png and .svg.</param>
public sealed record PackManifest(string Group, string Title, string Month, string PublicationId, DateOnly DataAsAt, IReadOnlyList<string> Images)
{
    private const string FileName = "pack.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static PackManifest Of(Pack pack, IEnumerable<string> images) => new(
        pack.Group.Id, pack.Group.Title, pack.Month.ToString(), pack.Stamp.PublicationId, pack.Stamp.DataAsAt, [.. images]);

    /// <summary>The manifest of a pack; null where there is none, or none that can be read.</summary>
    public static PackManifest? Read(string directory)
    {
        try
        {
            var file = Path.Combine(directory, FileName);
            return File.Exists(file) ? JsonSerializer.Deserialize<PackManifest>(File.ReadAllText(file), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string directory) => File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(this, Json));
}
