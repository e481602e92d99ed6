using System.CommandLine;
using Spectre.Console;
using Stp.Etl.Config;
using Stp.Etl.Runs;
using Stp.Etl.Terminal;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Commands;

/// <summary>stp refresh: extract, land, load, test, score, publish, packs.</summary>
public static class RefreshCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var config = CommandOptions.Config();
        var data = CommandOptions.Data();
        var feeds = new Option<string[]>("--feed") { Description = "Extract this feed only; may be given again.", HelpName = "F" };
        var full = new Option<bool>("--full") { Description = "Read everything again: a feed with windows is replaced whole; files in the drop folders are loaded over what is there, in the order in which they were first loaded, new ones last." };
        var asOf = CommandOptions.Date("--as-of", "The day the run stands at; default: as_of of config/stp.yaml, or today.");
        var command = new Command("refresh", "Extract, land, load, test, score, publish and draw packs; does only what changed.") { config, data, feeds, full, asOf };
        command.SetAction(parsed =>
        {
            var read = ConfigReader.Read(parsed.GetValue(config)!);
            var wanted = parsed.GetValue(feeds) ?? [];
            var unknown = wanted.Except(read.Feeds.Select(feed => feed.Id)).ToList();
            if (unknown.Count > 0)
            {
                throw new UsageException($"There is no feed {string.Join(", ", unknown)}. The feeds are {string.Join(", ", read.Feeds.Select(feed => feed.Id))}.");
            }

            var folder = new DataFolder(Path.GetFullPath(parsed.GetValue(data)!));
            // The lock comes first: an id taken without it may be another run's too, or sort before one that ended meanwhile.
            using var held = RunLock.Take(folder);
            var localToday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(surroundings.Time.GetUtcNow(), read.TimeZone).DateTime);
            if (parsed.GetValue(asOf) > localToday)
            {
                throw new UsageException($"--as-of {parsed.GetValue(asOf):yyyy-MM-dd} is after today, {localToday:yyyy-MM-dd}: a run stands at a day that has come.");
            }

            var runId = new RunStore(folder.Runs).NewId(surroundings.Time.GetUtcNow());
            var run = new RunContext(runId, read, folder, parsed.GetValue(asOf) ?? read.AsOf ?? localToday, parsed.GetValue(full), wanted, surroundings.Time);
            return Run(surroundings, run);
        });
        return command;
    }

    private static int Run(Surroundings surroundings, RunContext run)
    {
        var refresh = new RecordedRefresh(run, SqlCatalogue.OfProgram());
        var ended = surroundings.IsTerminal
            ? LiveProgress.Show(AnsiConsole.Console, surroundings.Time, progress => refresh.Run(progress, surroundings.Cancellation))
            : refresh.Run(new PlainProgress(surroundings.Out, surroundings.Time), surroundings.Cancellation);
        RefreshSummary.Write(ended, run.Data, ended.ExitCode is ExitCode.Failed or ExitCode.Interrupted ? surroundings.Error : surroundings.Out);
        return ended.ExitCode!.Value;
    }
}
