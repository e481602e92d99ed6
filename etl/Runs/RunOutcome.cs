namespace Stp.Etl.Runs;

/// <summary>How a run stands, as its record words it.</summary>
public static class RunOutcome
{
    public const string Running = "running";
    public const string Done = "done";
    public const string NothingChanged = "nothing_changed";

    /// <summary>Published, but a feed failed or a data test warned.</summary>
    public const string Warned = "warned";
    public const string Failed = "failed";
    public const string Interrupted = "interrupted";

    /// <summary>Never written: what a reader makes of a record that says running when nobody runs.</summary>
    public const string Killed = "killed";
}
