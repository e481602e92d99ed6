namespace Stp.Etl.Runs;

/// <summary>Where a run says what it is doing, while it does it. Called from the thread that does the work.</summary>
public interface IRunProgress
{
    /// <param name="feed">Null for a stage of the whole run.</param>
    void Started(string stage, string? feed);

    /// <param name="rows">Rows through the stage so far.</param>
    void Advanced(string stage, string? feed, long rows);

    /// <param name="result">What came of it, in a few words.</param>
    void Finished(string stage, string? feed, TimeSpan took, string result);

    void Warned(string message);
}
