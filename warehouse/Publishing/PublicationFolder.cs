namespace Stp.Warehouse.Publishing;

/// <summary>
/// data/publications: an immutable folder per publication with the KPI values, measures, definitions and plan that it showed. A record
/// is written under a hidden name first and takes its own name only after its snapshot went into service, so a record always means
/// that readers saw it.
/// </summary>
public sealed class PublicationFolder(string directory)
{
    private const string PendingPrefix = ".pending-";

    /// <summary>Publications, oldest first.</summary>
    public IReadOnlyList<string> Ids() => !Directory.Exists(directory) ? [] :
    [
        .. Directory.GetDirectories(directory)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal),
    ];

    public string PathOf(string id) => Path.Combine(directory, id);

    /// <summary>An empty folder to write the record into.</summary>
    public string Prepare(string id)
    {
        var pending = PendingPath(id);
        if (Directory.Exists(pending))
        {
            Directory.Delete(pending, recursive: true);
        }

        Directory.CreateDirectory(pending);
        return pending;
    }

    public void Confirm(string id) => Directory.Move(PendingPath(id), PathOf(id));

    /// <summary>After a kill: confirms the record whose snapshot went into service, removes those whose snapshot never did.</summary>
    public void Heal(string? idInService)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var pending in Directory.GetDirectories(directory, PendingPrefix + "*"))
        {
            if (Path.GetFileName(pending) == PendingPrefix + idInService && !Directory.Exists(PathOf(idInService!)))
            {
                Confirm(idInService!);
            }
            else
            {
                Directory.Delete(pending, recursive: true);
            }
        }
    }

    private string PendingPath(string id) => Path.Combine(directory, PendingPrefix + id);
}
