using System.CommandLine;
using System.Text.Json;
using Stp.Etl.Runs;

namespace Stp.Etl.Commands;

/// <summary>stp status: what ran, what is in service, how fresh it is, what is wrong and what to do.</summary>
public static class StatusCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create(Surroundings surroundings)
    {
        var data = CommandOptions.Data();
        var json = CommandOptions.Json();
        var command = new Command("status", "The last runs, the snapshot in service, feeds, watermarks, rejects and tests; works while a run is on.") { data, json };
        command.SetAction(parsed =>
        {
            var status = StatusReader.Read(new DataFolder(Path.GetFullPath(parsed.GetValue(data)!)), surroundings.Cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteLine(JsonSerializer.Serialize(status, Json));
            }
            else
            {
                StatusPage.Write(status, surroundings.Out);
            }

            return status.ExitCode;
        });
        return command;
    }
}
