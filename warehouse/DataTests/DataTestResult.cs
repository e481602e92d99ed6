namespace Stp.Warehouse.DataTests;

public enum Severity
{
    /// <summary>Shown, and the run ends with exit code 3; nothing is stopped.</summary>
    Warn,

    /// <summary>Stops the batch, or the publication where no batch is at work.</summary>
    Error,
}

/// <param name="Example">The first failing row as column=value; null on a pass.</param>
public sealed record DataTestResult(string Test, string Description, Severity Severity, long Failures, string? Example)
{
    public bool Passed => Failures == 0;
}
