using System.Text;

namespace Stp.Etl.Config;

/// <summary>
/// The files of one config directory, named relative to it. It remembers which were read: a file that nothing reads is a fault,
/// for whoever put it there believes that it counts. Notes (.md), hidden files and editors' backups are left alone.
/// </summary>
internal sealed class ConfigFolder(string directory, FaultList faults)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public FaultList Faults => faults;

    /// <summary>What was read, in order of path.</summary>
    public IReadOnlyList<ConfigFile> Contents => [.. _contents.Select(file => new ConfigFile(file.Key, file.Value))];

    public bool Exists(string file) => File.Exists(Path.Combine(directory, file));

    /// <summary>The text of a file; null, and a fault, when it is missing or cannot be read as UTF-8.</summary>
    public string? ReadText(string file, string remedyIfMissing)
    {
        _read.Add(file);
        try
        {
            // Each file is read once: what is understood, hashed and published is one and the same.
            if (!_contents.TryGetValue(file, out var bytes))
                _contents[file] = bytes = File.ReadAllBytes(Path.Combine(directory, file));

            using var reader = new StreamReader(new MemoryStream(bytes), StrictUtf8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(Place.Whole(file), "is missing.", remedyIfMissing);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(Place.Whole(file), "is not text in UTF-8.", "Save it with the encoding UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(Place.Whole(file), $"cannot be read: {e.Message}", "Give the account that runs stp the right to read it.");
        }

        return null;
    }

    /// <summary>The files of a folder whose name ends so, in order of name.</summary>
    public IReadOnlyList<string> Files(string folder, string extension)
    {
        var path = Path.Combine(directory, folder);
        if (!Directory.Exists(path))
        {
            faults.Add(Place.Whole(folder), "is missing.", "Make the folder; it may be empty.");
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(path)
                .Select(file => Path.GetFileName(file))
                .Where(name => name.EndsWith(extension, StringComparison.Ordinal) && !IsLeftAlone(name))
                .Order(StringComparer.Ordinal)
                .Select(name => $"{folder}/{name}"),
        ];
    }

    /// <summary>Counts the files whose path begins so as read: those that belong to a file which cannot be understood itself.</summary>
    public void PassOver(string beginning) =>
        _read.UnionWith(AllFiles().Where(file => file.StartsWith(beginning, StringComparison.Ordinal)));

    public void FaultUnreadFiles()
    {
        foreach (var file in AllFiles().Where(file => !_read.Contains(file)))
        {
            faults.Add(Place.Whole(file), "is a file that nothing reads.", RemedyForUnread(file));
        }
    }

    private static string RemedyForUnread(string file)
    {
        if (file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            return $"YAML files end in .yaml: call it {file[..^4]}.yaml.";

        return "Name it in the configuration, move it to where it is read, or take it out of config/.";
    }

    private static bool IsLeftAlone(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> AllFiles() =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(IsLeftAlone))
            .Order(StringComparer.Ordinal);
}
