using System.Runtime.InteropServices;
using Stp.Etl.Commands;

using var interruption = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var isTerminal = !Console.IsOutputRedirected && Spectre.Console.AnsiConsole.Profile.Capabilities.Interactive;
return StpProgram.Run(args, new Surroundings(Console.Out, Console.Error, TimeProvider.System, isTerminal, interruption.Token));

// The first signal ends the run in order; a second one ends the process, which is safe at any instant.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
