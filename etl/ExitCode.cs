namespace Stp.Etl;

/// <summary>What the program ends with.</summary>
public static class ExitCode
{
    /// <summary>Done; rejects within their limits included.</summary>
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>Wrong usage, or config that does not hold.</summary>
    public const int Usage = 2;

    /// <summary>Done, but a feed failed, a reject limit was passed or a data test warned.</summary>
    public const int DoneWithWarnings = 3;

    public const int Interrupted = 130;
}
