using System.Globalization;
using Stp.Etl.Runs;

namespace Stp.Etl.Terminal;

/// <summary>Progress as lines, for logs and pipes: one when a stage ends, and one every few seconds while rows stream.</summary>
public sealed class PlainProgress(TextWriter output, TimeProvider time) : IRunProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private long _started;
    private long _lastLine;

    public void Started(string stage, string? feed) => _started = _lastLine = time.GetTimestamp();

    public void Advanced(string stage, string? feed, long rows)
    {
        if (time.GetElapsedTime(_lastLine) < BetweenLines)
        {
            return;
        }

        _lastLine = time.GetTimestamp();
        Line(stage, feed, string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} rows so far, {rows / time.GetElapsedTime(_started).TotalSeconds:N0} a second"));
    }

    public void Finished(string stage, string? feed, TimeSpan took, string result) =>
        Line(stage, feed, string.Create(CultureInfo.InvariantCulture, $"{result} in {took.TotalSeconds:0.0} s"));

    public void Warned(string message) => output.WriteLine($"warning: {message}");

    private void Line(string stage, string? feed, string text) =>
        output.WriteLine(feed is null ? $"{stage,-8} {text}" : $"{stage,-8} {feed}: {text}");
}
