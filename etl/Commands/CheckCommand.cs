using System.CommandLine;
using System.Text.Json;
using Stp.Etl.Config;

namespace Stp.Etl.Commands;

/// <summary>stp check: validates all of config, the SQL in it and the sources' columns; moves no data.</summary>
public static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create(Surroundings surroundings)
    {
        var config = CommandOptions.Config();
        var data = CommandOptions.Data();
        var json = CommandOptions.Json();
        var command = new Command("check", "Validate config, its SQL and the sources' columns, without moving data.") { config, data, json };
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(Path.GetFullPath(parsed.GetValue(data)!));
            var faults = Faults(parsed.GetValue(config)!, folder, surroundings.Cancellation, out var notes);
            Write(surroundings.Out, faults, notes, parsed.GetValue(json));
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Usage;
        });
        return command;
    }

    private static IReadOnlyList<ConfigFault> Faults(string directory, DataFolder data, CancellationToken cancellation, out IReadOnlyList<string> notes)
    {
        try
        {
            var checks = new ConfigSqlCheck(ConfigReader.Read(directory), data, cancellation);
            var faults = checks.Faults();
            notes = checks.Notes;
            return faults;
        }
        catch (ConfigException fault)
        {
            notes = [];
            return fault.Faults;
        }
    }

    private static void Write(TextWriter output, IReadOnlyList<ConfigFault> faults, IReadOnlyList<string> notes, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { Valid = faults.Count == 0, Faults = faults, Notes = notes }, Json));
            return;
        }

        foreach (var line in faults.Select(fault => fault.ToString()).Concat(notes))
        {
            output.WriteLine(line);
        }

        output.WriteLine(faults.Count == 0 ? "Config is valid." : $"{faults.Count} {(faults.Count == 1 ? "fault" : "faults")} in config.");
    }
}
