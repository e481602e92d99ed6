namespace Stp.Etl.Runs;

/// <summary>Times the stages of a run and tells of them.</summary>
public sealed class StageClock(TimeProvider time, IRunProgress progress)
{
    private readonly List<StageRecord> _stages = [];

    public IReadOnlyList<StageRecord> Stages => _stages;

    public IRunProgress Progress => progress;

    /// <summary>Does the work as one stage.</summary>
    /// <param name="describe">The result in a few words, and the rows where rows are what the stage handles.</param>
    public T Time<T>(string stage, string? feed, Func<T> work, Func<T, (string Result, long? Rows)> describe)
    {
        progress.Started(stage, feed);
        var start = time.GetTimestamp();
        var value = work();
        var took = time.GetElapsedTime(start);
        var (result, rows) = describe(value);
        _stages.Add(new StageRecord(stage, feed, Math.Round(took.TotalSeconds, 3), rows));
        progress.Finished(stage, feed, took, result);
        return value;
    }
}
