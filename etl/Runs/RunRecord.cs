namespace Stp.Etl.Runs;

/// <summary>What is written to runs/&lt;run&gt;.json: while the run goes on, and as it ended. Times are UTC.</summary>
/// <param name="Outcome">running, done, nothing_changed, warned, failed or interrupted.</param>
/// <param name="Message">Why it failed, or what is wrong though it is done; null when all is well.</param>
/// <param name="PublicationId">What was in service when it ended: the run's own id when it published; null when nothing was ever published.</param>
public sealed record RunRecord(
    string RunId,
    string Command,
    int ProcessId,
    string ProgramVersion,
    DateOnly AsOf,
    DateTime StartedAt,
    DateTime? EndedAt,
    string Outcome,
    int? ExitCode,
    string? Message,
    string? PublicationId,
    IReadOnlyList<StageRecord> Stages,
    IReadOnlyList<FeedOutcome> Feeds,
    IReadOnlyList<TestRecord> Tests);

/// <param name="Stage">extract, load, test, score, publish or packs; sample before them.</param>
/// <param name="Feed">Null for a stage of the whole run.</param>
/// <param name="Rows">Rows that went through it; null where rows are not what it handles.</param>
public sealed record StageRecord(string Stage, string? Feed, double Seconds, long? Rows);

/// <param name="Severity">error or warn.</param>
public sealed record TestRecord(string Test, string Severity, long Failures);
