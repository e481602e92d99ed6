namespace Stp.Warehouse.Publishing;

/// <summary>
/// data/published: finished snapshots named warehouse-&lt;id&gt;.duckdb, and warehouse.duckdb, which leads to the one in service (a symbolic
/// link; on Windows, where making one needs a privilege, warehouse.duckdb.current holds the name).
/// </summary>
public sealed class PublishedFolder(string directory)
{
    private const string Prefix = "warehouse-";
    private const string Ending = ".duckdb";
    private readonly string _link = Path.Combine(directory, "warehouse.duckdb");
    private readonly string _pointer = Path.Combine(directory, "warehouse.duckdb.current");

    public string Directory => directory;

    /// <summary>The versioned file of a snapshot.</summary>
    public string FileOf(string id) => Path.Combine(directory, Prefix + id + Ending);

    /// <summary>The snapshot in service; null when nothing is published.</summary>
    public string? IdInService()
    {
        var name = OperatingSystem.IsWindows()
            ? (File.Exists(_pointer) ? File.ReadAllText(_pointer).Trim() : null)
            : new FileInfo(_link).LinkTarget;
        return name is null || !File.Exists(Path.Combine(directory, name)) ? null : IdOf(name);
    }

    /// <summary>Snapshots present, oldest first.</summary>
    public IReadOnlyList<string> Ids() => !System.IO.Directory.Exists(directory) ? [] :
    [
        .. System.IO.Directory.GetFiles(directory, Prefix + "*" + Ending)
            .Select(file => IdOf(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Puts a snapshot into service. A reader that has the old one open keeps it; whoever opens from now on sees the new one.</summary>
    public void SwitchTo(string id)
    {
        var name = Path.GetFileName(FileOf(id));
        var (destination, next) = OperatingSystem.IsWindows() ? (_pointer, _pointer + ".next") : (_link, _link + ".next");
        File.Delete(next);
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(next, name);
        }
        else
        {
            File.CreateSymbolicLink(next, name);
        }

        // A rename over the old name is atomic: there is no instant without a snapshot in service.
        File.Move(next, destination, overwrite: true);
    }

    /// <summary>Removes all but the newest snapshots and the one in service.</summary>
    public void KeepNewest(int count)
    {
        var inService = IdInService();
        foreach (var id in Ids().SkipLast(count).Where(id => id != inService))
        {
            File.Delete(FileOf(id));
        }
    }

    /// <summary>After a kill: removes what is half-copied, a link that was not put in place, and a newer snapshot that never went into service.</summary>
    /// <param name="recorded">The publications on record: readers have seen these.</param>
    public void Heal(IReadOnlyCollection<string> recorded)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            return;
        }

        var inService = IdInService();
        var unseen = Ids().Except(recorded).Where(id => string.CompareOrdinal(id, inService) > 0).Select(FileOf);
        var unfinished = System.IO.Directory.GetFiles(directory, "*.copying*").Append(_link + ".next").Append(_pointer + ".next");
        foreach (var leftover in unseen.Concat(unfinished).ToList())
        {
            File.Delete(leftover);
        }
    }

    private static string IdOf(string fileName) => fileName[Prefix.Length..^Ending.Length];
}
