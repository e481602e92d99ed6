using System.Globalization;
using Stp.Etl.Runs;

namespace Stp.Etl.Commands;

/// <summary>The status on one screen.</summary>
public static class StatusPage
{
    public static void Write(StpStatus status, TextWriter output)
    {
        output.WriteLine(status switch
        {
            { IsRunning: true } => "A run is on.",
            { Remedy: { } remedy } => remedy,
            _ => "All is well.",
        });
        output.WriteLine();
        if (status.InService is { } publication)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"In service  {publication.PublicationId}, published {publication.PublishedAt:d MMMM yyyy HH:mm}, data as at {publication.DataAsAt:d MMMM yyyy}, Stp {publication.ProgramVersion}"));
            output.WriteLine();
        }

        Table(output, ["Run (UTC)", "Outcome", "Took", "Message"], status.Runs.Select(run => new[]
        {
            run.RunId, run.Outcome.Replace('_', ' '),
            run.EndedAt is { } ended ? string.Create(CultureInfo.InvariantCulture, $"{(ended - run.StartedAt).TotalSeconds:0.0} s") : string.Empty,
            run.Message ?? string.Empty,
        }));
        Table(output, ["Feed", "Data to", "Watermark", "Batches", "Rows", "Rejects", "Freshness"], status.Feeds.Select(feed => new[]
        {
            feed.Feed, Day(feed.DataToDate), feed.WatermarkAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-",
            Number(feed.LoadedBatches), Number(feed.Rows), Number(feed.Rejects), feed.Reason ?? "fresh",
        }));
        var failing = status.Tests.Where(test => test.Failures > 0).ToList();
        if (status.Tests.Count > 0)
        {
            output.WriteLine($"Data tests  {status.Tests.Count - failing.Count} of {status.Tests.Count} passed");
        }

        Table(output, ["Failing test", "Severity", "Rows"], failing.Select(test => new[] { test.DataTest, test.Severity, Number(test.Failures) }));
    }

    private static void Table(TextWriter output, string[] heads, IEnumerable<string[]> lines)
    {
        var rows = lines.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var widths = heads.Select((head, column) => rows.Max(row => row[column].Length) is var widest && widest > head.Length ? widest : head.Length).ToArray();
        foreach (var row in rows.Prepend(heads))
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        output.WriteLine();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
