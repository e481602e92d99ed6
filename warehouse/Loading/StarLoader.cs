using System.Globalization;
using Stp.Warehouse.DataTests;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Warehouse.Loading;

/// <summary>
/// Loads one landed batch: contract, dimension members, facts, data tests and the ledger in one transaction. After a kill at any
/// instant the batch is either in whole, watermark included, or not at all and still waiting in landing.
/// </summary>
public sealed class StarLoader(WarehouseSession session, SqlCatalogue catalogue, TimeProvider time)
{
    private readonly BatchLedger _ledger = new(session);

    /// <summary>Names of the fact tables that a feed fills.</summary>
    public IReadOnlyList<string> FactsOf(string feed) => [.. FactFiles(feed).Select(fact => fact.Name)];

    /// <summary>An extract that would remove more than this share of the rows that it stands for is taken for a source that lost them.</summary>
    private const double LargestShareRemoved = 0.5;

    /// <summary>
    /// The latest day (or first day of a month) up to the as-of day that a feed's facts hold; null when there is none. A date beyond it is
    /// a slip of somebody's pen and must not make the feed look fresh.
    /// </summary>
    public DateOnly? LastDay(string feed, DateOnly asOf) => FactFiles(feed)
        .Select(fact => (Table: $"star.{SqlText.Identifier(fact.Name)}", Date: SqlText.Identifier(fact.Required("month"))))
        .Select(fact => session.Scalar<DateOnly?>(
            $"select max({fact.Date}) from {fact.Table} where {fact.Date} <= cast($asOf as date)", new { asOf = asOf.ToDateTime(TimeOnly.MinValue) }))
        .Max();

    /// <param name="directory">The batch's folder in landing.</param>
    /// <exception cref="BatchFailedException">Too many rejects, or a data test of severity error failed: recorded, with nothing loaded.</exception>
    public BatchOutcome Load(Contract contract, BatchManifest batch, string directory)
    {
        var staged = StagedBatch.Open(session, contract, batch, directory, catalogue);
        var outcome = new BatchOutcome(
            _ledger.NextBatchKey(), batch.Rows + batch.UnreadLines.Count, staged.Rejected + batch.UnreadLines.Count, staged.Superseded, 0, 0, 0, 0);
        try
        {
            StopAtRejectLimit(contract, batch, outcome);
            session.InTransaction(() => outcome = LoadStaged(contract, batch, staged, outcome));
            return outcome;
        }
        catch (BatchFailedException failure)
        {
            session.InTransaction(() =>
            {
                new DataTestRunner(session, catalogue).Record(failure.Tests, batch.RunId, UtcNow());
                InsertRejects(contract, batch, staged, outcome.BatchKey);
                _ledger.RecordFailed(batch, outcome, failure.Message, UtcNow());
            });
            throw;
        }
    }

    private static void StopAtRejectLimit(Contract contract, BatchManifest batch, BatchOutcome outcome)
    {
        if (outcome.Rejected > contract.RejectShareLimit * outcome.Landed)
        {
            var share = ((decimal)outcome.Rejected / outcome.Landed).ToString("P2", CultureInfo.InvariantCulture);
            var limit = contract.RejectShareLimit.ToString("P2", CultureInfo.InvariantCulture);
            throw new BatchFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{(batch.SourceFile is { } file ? file + ": " : string.Empty)}{outcome.Rejected:N0} of {outcome.Landed:N0} rows ({share}) break the contract of {contract.Feed}, more than its limit of {limit}: see ops.reject"));
        }
    }

    private BatchOutcome LoadStaged(Contract contract, BatchManifest batch, StagedBatch staged, BatchOutcome counted)
    {
        InsertRejects(contract, batch, staged, counted.BatchKey);
        var organisations = new OrganisationDimension(session);
        foreach (var members in FilesOf("dimensions", contract.Feed))
        {
            organisations.AddInferred(members.Text);
        }

        var outcome = counted;
        var replaces = contract.IsCensus ? Replaces.Dates : batch.IsFull ? Replaces.Everything : Replaces.Rows;
        foreach (var fact in FactFiles(contract.Feed))
        {
            var change = new FactLoader(session, fact).Load(counted.BatchKey, replaces);
            StopAtLostRows(fact.Name, change);
            outcome = outcome with
            {
                Inserted = outcome.Inserted + change.Inserted,
                Updated = outcome.Updated + change.Updated,
                Unchanged = outcome.Unchanged + change.Unchanged,
                Deleted = outcome.Deleted + change.Deleted,
                Superseded = outcome.Superseded + change.Older,
            };
        }

        if (outcome.ChangedAnything)
        {
            StopAtFailedTest(contract.Feed, batch.RunId);
        }

        _ledger.RecordLoaded(batch, outcome, UtcNow());
        return outcome;
    }

    private void StopAtFailedTest(string feed, string runId)
    {
        var results = new DataTestRunner(session, catalogue).Run(FactsOf(feed).ToHashSet(), runId, UtcNow());
        if (results.FirstOrDefault(result => result is { Passed: false, Severity: Severity.Error }) is { } failed)
        {
            throw new BatchFailedException(string.Create(
                CultureInfo.InvariantCulture, $"data test {failed.Test} failed on {failed.Failures:N0} rows: see ops.data_test"))
            {
                Tests = results,
            };
        }
    }

    private static void StopAtLostRows(string fact, FactChange change)
    {
        if (change.Deleted > LargestShareRemoved * change.Before)
        {
            throw new BatchFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"the extract would remove {change.Deleted:N0} of the {change.Before:N0} rows of {fact} that it stands for, more than half: look whether the source lost them, or begin anew with another --data"));
        }
    }

    private void InsertRejects(Contract contract, BatchManifest batch, StagedBatch staged, int batchKey)
    {
        staged.InsertRejects(batchKey);
        foreach (var line in batch.UnreadLines)
        {
            session.Execute(
                "insert into ops.reject values ($batchKey, $Feed, $row, null, null, 'row', 'line', $Reason, null)",
                new { batchKey, contract.Feed, row = string.Create(CultureInfo.InvariantCulture, $"line {line.Line}"), line.Reason });
        }
    }

    private IEnumerable<SqlFile> FactFiles(string feed) => FilesOf("facts", feed);

    private IEnumerable<SqlFile> FilesOf(string folder, string feed) =>
        catalogue.In(folder).Where(file => file.Required("feed") == feed);

    private DateTime UtcNow() => DateTime.SpecifyKind(time.GetUtcNow().DateTime, DateTimeKind.Unspecified);
}
