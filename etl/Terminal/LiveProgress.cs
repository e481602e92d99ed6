using System.Globalization;
using Spectre.Console;
using Stp.Etl.Runs;

namespace Stp.Etl.Terminal;

/// <summary>Progress as a table that is redrawn in place, for a terminal: a row per stage and feed.</summary>
public sealed class LiveProgress : IRunProgress
{
    private static readonly TimeSpan BetweenDraws = TimeSpan.FromMilliseconds(100);
    private readonly TimeProvider _time;
    private readonly LiveDisplayContext _display;
    private readonly Table _table;
    private readonly List<string> _warnings = [];
    private long _started;
    private long _drawn;

    private LiveProgress(LiveDisplayContext display, Table table, TimeProvider time)
    {
        _display = display;
        _table = table;
        _time = time;
    }

    /// <summary>Does the work under a live table; warnings follow it.</summary>
    public static T Show<T>(IAnsiConsole console, TimeProvider time, Func<IRunProgress, T> work)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Stage", "Feed", "", "Rows", "Rows/s", "Took");
        table.Columns[3].RightAligned();
        table.Columns[4].RightAligned();
        table.Columns[5].RightAligned();
        LiveProgress? progress = null;
        try
        {
            return console.Live(table).Start(display => work(progress = new LiveProgress(display, table, time)));
        }
        finally
        {
            foreach (var warning in progress?._warnings ?? [])
            {
                console.MarkupLineInterpolated($"[yellow]warning:[/] {warning}");
            }
        }
    }

    public void Started(string stage, string? feed)
    {
        _started = _drawn = _time.GetTimestamp();
        _table.AddRow(stage, feed ?? string.Empty, "…", string.Empty, string.Empty, string.Empty);
        _display.Refresh();
    }

    public void Advanced(string stage, string? feed, long rows)
    {
        if (_time.GetElapsedTime(_drawn) < BetweenDraws)
        {
            return;
        }

        _drawn = _time.GetTimestamp();
        var seconds = _time.GetElapsedTime(_started).TotalSeconds;
        Set(3, rows.ToString("N0", CultureInfo.InvariantCulture));
        Set(4, (rows / seconds).ToString("N0", CultureInfo.InvariantCulture));
        Set(5, Seconds(seconds));
        _display.Refresh();
    }

    public void Finished(string stage, string? feed, TimeSpan took, string result)
    {
        Set(2, result);
        Set(5, Seconds(took.TotalSeconds));
        _display.Refresh();
    }

    public void Warned(string message) => _warnings.Add(message);

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");

    private void Set(int column, string text) => _table.UpdateCell(_table.Rows.Count - 1, column, Markup.Escape(text));
}
