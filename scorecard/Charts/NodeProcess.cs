using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Stp.Scorecard.Charts;

/// <summary>One running worker: a line in, a line out.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private const int OldestNode = 20;
    private const int ErrorLinesKept = 5;

    private readonly Process _process;
    private readonly Queue<string> _lastErrors = new();

    private NodeProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <exception cref="ChartException">Node.js is missing, too old or does not start.</exception>
    public static async Task<NodeProcess> StartAsync(ChartWorkerOptions options, CancellationToken cancellation)
    {
        await RequireSupportedVersionAsync(options.Node, cancellation);
        return new NodeProcess(Start(options.Node, options.Script));
    }

    /// <returns>The answer line; null when the process has ended.</returns>
    public async Task<string?> AskAsync(string line, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            return await _process.StandardOutput.ReadLineAsync(cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The last lines that the worker wrote to its error output; empty when it wrote none.</summary>
    public string LastErrors()
    {
        lock (_lastErrors)
        {
            return string.Join(" | ", _lastErrors);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task RequireSupportedVersionAsync(string node, CancellationToken cancellation)
    {
        using var process = Start(node, "--version");
        var version = (await process.StandardOutput.ReadToEndAsync(cancellation)).Trim();
        await process.WaitForExitAsync(cancellation);
        var major = version.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestNode)
        {
            throw new ChartException(
                $"Charts need Node.js {OldestNode} or later, but '{node} --version' says '{version}'. {HowToInstall}");
        }
    }

    private static Process Start(string node, string argument)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(node, [argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) ?? throw new ChartException($"Node.js did not start as '{node}'. {HowToInstall}");
        }
        catch (Win32Exception exception)
        {
            throw new ChartException($"Charts are drawn by Node.js, which was not found as '{node}'. {HowToInstall}", exception);
        }
    }

    private static string HowToInstall =>
        $"Install Node.js {OldestNode} or later, or set {ChartWorkerOptions.NodeVariable} to the path of its program.";

    private void KeepError(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lastErrors)
        {
            _lastErrors.Enqueue(line.Trim());
            while (_lastErrors.Count > ErrorLinesKept)
            {
                _lastErrors.Dequeue();
            }
        }
    }
}
