using Stp.Warehouse.DataTests;

namespace Stp.Warehouse.Loading;

/// <summary>What loading a batch did, in rows.</summary>
/// <param name="Superseded">Rows that a newer one of the same key, in the batch or loaded before it, replaced.</param>
/// <param name="Deleted">Fact rows that a full batch no longer held.</param>
public sealed record BatchOutcome(
    int BatchKey,
    long Landed,
    long Rejected,
    long Superseded,
    long Inserted,
    long Updated,
    long Unchanged,
    long Deleted)
{
    public bool ChangedAnything => Inserted + Updated + Deleted > 0;
}

/// <summary>A batch broke its contract or a data test: nothing of it is in the warehouse, and why is on record.</summary>
public sealed class BatchFailedException(string message) : Exception(message)
{
    /// <summary>Results of the data tests that stopped it; empty where none did.</summary>
    public IReadOnlyList<DataTestResult> Tests { get; init; } = [];
}
