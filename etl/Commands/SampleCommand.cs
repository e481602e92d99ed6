using System.CommandLine;
using System.Globalization;
using Stp.Etl.Config;
using Stp.Etl.Runs;
using Stp.Etl.Sources;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Commands;

/// <summary>stp sample: writes the embedded sample source.</summary>
public static class SampleCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var config = CommandOptions.Config();
        var data = CommandOptions.Data();
        var scale = new Option<decimal?>("--scale") { Description = "Volume against the true one, such as 0.1; default: config/stp.yaml.", HelpName = "X" };
        var seed = new Option<int?>("--seed") { Description = "Another seed gives another sample; default: config/stp.yaml.", HelpName = "S" };
        scale.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<decimal?>() is <= 0)
            {
                result.AddError("--scale must be above 0.");
            }
        });
        var command = new Command("sample", "Write the embedded sample source: A&E activity as a partnership's SQL Server would hold it.") { config, data, scale, seed };
        command.SetAction(parsed =>
        {
            var settings = ConfigReader.Read(parsed.GetValue(config)!).Sample;
            var wanted = new SampleSettings(parsed.GetValue(seed) ?? settings.Seed, parsed.GetValue(scale) ?? settings.Scale);
            return Run(surroundings, new DataFolder(Path.GetFullPath(parsed.GetValue(data)!)), wanted);
        });
        return command;
    }

    private static int Run(Surroundings surroundings, DataFolder data, SampleSettings wanted)
    {
        using var held = RunLock.Take(data);
        var sample = new SampleBuilder(data, SqlCatalogue.OfProgram());
        if (sample.Known() is null && Directory.Exists(data.Landing))
        {
            throw new RunException(
                $"{data.Root} holds data loaded from a sample that is no longer known (sample.json is missing or damaged): " +
                "give another --data, or remove that directory.");
        }

        var start = surroundings.Time.GetTimestamp();
        var rows = sample.Build(wanted, surroundings.Cancellation);
        var took = surroundings.Time.GetElapsedTime(start);
        surroundings.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sample source with {rows:N0} rows ({wanted}) in {data.Sample}, {took.TotalSeconds:0.0} s; its planted faults are in planted_faults.csv"));
        return ExitCode.Done;
    }
}
