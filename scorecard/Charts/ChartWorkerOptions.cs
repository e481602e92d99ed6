namespace Stp.Scorecard.Charts;

/// <summary>How charts are drawn on this machine.</summary>
public sealed record ChartWorkerOptions
{
    /// <summary>The environment variable that holds the path of Node.js where it is not on the search path.</summary>
    public const string NodeVariable = "STP_NODE";

    /// <summary>The program that runs the worker.</summary>
    public string Node { get; init; } = Environment.GetEnvironmentVariable(NodeVariable) is { Length: > 0 } path ? path : "node";

    /// <summary>The worker's script.</summary>
    public string Script { get; init; } = Path.Combine(AppContext.BaseDirectory, "charts", "worker.mjs");

    /// <summary>How long one chart may take, the start of the process included. A warm worker needs a tenth of a second.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
