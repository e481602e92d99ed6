using System.CommandLine;
using System.Data.Common;
using Stp.Etl.Config;
using Stp.Etl.Runs;
using Stp.Etl.Sources;
using Stp.Scorecard.Charts;
using Stp.Warehouse;

namespace Stp.Etl.Commands;

/// <summary>The command line as a whole: its commands, and what each kind of failure ends with.</summary>
public static class StpProgram
{
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, Surroundings surroundings)
    {
        var root = new RootCommand("Stp: the nightly engine behind a partnership's one version of the data.")
        {
            RefreshCommand.Create(surroundings),
            QueryCommand.Create(surroundings),
            StatusCommand.Create(surroundings),
            CheckCommand.Create(surroundings),
            SpcCommand.Create(surroundings),
            SampleCommand.Create(surroundings),
        };
        HelpExamples.AddTo(root);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                surroundings.Error.WriteLine(error.Message);
            }

            surroundings.Error.WriteLine($"stp {parsed.CommandResult.Command.Name} --help says more.".Replace("stp stp", "stp", StringComparison.Ordinal));
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = surroundings.Out,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception fault) when (fault is ConfigException or UsageException)
        {
            surroundings.Error.WriteLine(fault.Message);
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is OperationCanceledException || (fault is DbException && surroundings.Cancellation.IsCancellationRequested))
        {
            surroundings.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (DbException fault)
        {
            // A statement that fails in the middle of its rows.
            surroundings.Error.WriteLine(fault.Message.Split('\n', 2)[0].Trim());
            return ExitCode.Failed;
        }
        catch (Exception fault) when (fault is RunException or WarehouseException or SourceException or ChartException or IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(fault.Message);
            return ExitCode.Failed;
        }
    }
}
