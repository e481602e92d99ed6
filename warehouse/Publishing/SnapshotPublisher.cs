using Stp.Warehouse.DuckDb;

namespace Stp.Warehouse.Publishing;

/// <summary>
/// Turns the working file into a published snapshot: a checkpointed, closed file is copied (by reflink where the file system can),
/// synced to disk, opened and compared, made read-only, and only then put into service.
/// </summary>
public sealed class SnapshotPublisher(PublishedFolder published)
{
    /// <summary>Copies and verifies; nothing is in service yet.</summary>
    /// <param name="workFile">The working file, checkpointed and closed: a copy of an open one loses DuckDB's lock or its tables.</param>
    /// <exception cref="WarehouseException">The copy does not hold what the working file holds.</exception>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public void Copy(string workFile, string id, CancellationToken cancellation)
    {
        if (File.Exists(workFile + ".wal"))
        {
            throw new WarehouseException($"{workFile} was not closed cleanly: a copy would lose what is in its .wal.");
        }

        Directory.CreateDirectory(published.Directory);
        var file = published.FileOf(id);
        var copying = file + ".copying";
        File.Copy(workFile, copying, overwrite: true);
        using (var copy = new FileStream(copying, FileMode.Open, FileAccess.ReadWrite))
        {
            copy.Flush(flushToDisk: true);
        }

        Verify(workFile, copying, cancellation);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copying, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        File.Move(copying, file, overwrite: true);
    }

    private static void Verify(string workFile, string copy, CancellationToken cancellation)
    {
        var expected = RowCounts(workFile, cancellation);
        var found = RowCounts(copy, cancellation);
        if (!expected.SequenceEqual(found))
        {
            throw new WarehouseException($"The copy {copy} does not hold the tables and rows of {workFile}: it was not published.");
        }
    }

    private static List<string> RowCounts(string file, CancellationToken cancellation)
    {
        using var session = WarehouseSession.OpenReadOnly(file, cancellation);
        var tables = session.Query<string>(
            "select schema_name || '.' || table_name from duckdb_tables() where not temporary and not internal order by 1");
        return [.. tables.Select(table => $"{table} {session.Scalar<long>($"select count(*) from {table}")}")];
    }
}
