using Stp.Etl.Runs;

namespace Stp.Tests.Support;

/// <summary>Keeps what a run says of itself.</summary>
internal sealed class CollectingProgress : IRunProgress
{
    public List<string> Finishes { get; } = [];

    public List<string> Warnings { get; } = [];

    public void Started(string stage, string? feed)
    {
    }

    public void Advanced(string stage, string? feed, long rows)
    {
    }

    public void Finished(string stage, string? feed, TimeSpan took, string result) => Finishes.Add($"{stage} {feed}: {result}");

    public void Warned(string message) => Warnings.Add(message);
}
