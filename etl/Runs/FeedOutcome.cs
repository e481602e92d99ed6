namespace Stp.Etl.Runs;

/// <summary>What a run did with one feed, in rows over all its batches.</summary>
/// <param name="Failure">Why the feed, or a file of it, failed; null when all of it is in.</param>
public sealed record FeedOutcome(
    string Feed,
    int Batches,
    long Landed,
    long Rejected,
    long Superseded,
    long Inserted,
    long Updated,
    long Unchanged,
    long Deleted,
    string? Failure)
{
    public static FeedOutcome Nothing(string feed) => new(feed, 0, 0, 0, 0, 0, 0, 0, 0, null);

    public FeedOutcome Plus(Stp.Warehouse.Loading.BatchOutcome batch) => this with
    {
        Batches = Batches + 1,
        Landed = Landed + batch.Landed,
        Rejected = Rejected + batch.Rejected,
        Superseded = Superseded + batch.Superseded,
        Inserted = Inserted + batch.Inserted,
        Updated = Updated + batch.Updated,
        Unchanged = Unchanged + batch.Unchanged,
        Deleted = Deleted + batch.Deleted,
    };

    /// <summary>Notes a failure beside any that is there already.</summary>
    public FeedOutcome Failed(string why) => this with { Failure = Failure is null ? why : $"{Failure}; {why}" };
}
