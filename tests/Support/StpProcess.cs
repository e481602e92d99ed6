using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Stp.Tests.Support;

/// <summary>What came of one call of the program.</summary>
public sealed record StpResult(int ExitCode, string Output, string Error, TimeSpan Took)
{
    /// <summary>Everything that the operator saw.</summary>
    public string Text => Output + Error;

    public override string ToString() => $"exit code {ExitCode} after {Took.TotalSeconds:0.0} s\n{Text}";
}

/// <summary>The built program <c>stp</c> as a child process, which is how its operator meets it.</summary>
public sealed partial class StpProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private StpProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stp.exe" : "stp");

    /// <summary>Starts it. Whoever runs the tests in the background may ignore SIGINT, and children would inherit that: env sets it right.</summary>
    /// <param name="directory">The working directory, in which config and data are looked for by default.</param>
    /// <param name="environment">Variables beside the test's own; those that the program reads are not inherited.</param>
    public static StpProcess Start(string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        OperatingSystem.IsLinux()
            ? StartOther("/usr/bin/env", directory, ["--default-signal=INT", Program, .. arguments], environment)
            : StartOther(Program, directory, arguments, environment);

    /// <summary>Starts another program that starts it, such as one that changes the user.</summary>
    public static StpProcess StartOther(
        string program, string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("STP_DATA");
        start.Environment.Remove("STP_PSEUDONYM_KEY");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new StpProcess(start);
    }

    public static string PathOfProgram => Program;

    /// <summary>Waits until a line of its output begins so, it ends, or the time is over.</summary>
    public async Task WaitForLine(string beginning, TimeSpan longest)
    {
        while (!_process.HasExited && _clock.Elapsed < longest && !_output.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)))
        {
            await Task.Delay(2);
        }
    }

    /// <summary>kill -9: the process gets no word in.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    public void Signal(int signal) => Assert.That(SendSignal(_process.Id, signal), Is.Zero, "stp had ended before the signal");

    /// <summary>Waits for its end.</summary>
    public StpResult Result()
    {
        if (!_process.WaitForExit(Longest))
        {
            _process.Kill();
            Assert.Fail($"stp did not end within {Longest}.");
        }

        _process.WaitForExit();
        return new StpResult(_process.ExitCode, string.Join('\n', _output), string.Join('\n', _error), _clock.Elapsed);
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
