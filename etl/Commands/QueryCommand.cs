using System.CommandLine;
using Stp.Etl.Terminal;

namespace Stp.Etl.Commands;

/// <summary>stp query: one read-only statement over what is published, now or as published on a past day.</summary>
public static class QueryCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var data = CommandOptions.Data();
        var sql = new Argument<string>("SQL") { Description = "One statement, quoted: \"select * from mart.kpi_month\"." };
        var format = new Option<string>("--format") { Description = "How the result is written.", DefaultValueFactory = _ => "table", HelpName = "table|csv|json|markdown" };
        format.AcceptOnlyFromAmong([.. ResultWriters.Formats]);
        var json = CommandOptions.Json();
        var asPublished = CommandOptions.Date("--as-published", "The scorecard as last published by the end of this day, London time.");
        var command = new Command("query", "Ask the published warehouse; nothing can be written.") { sql, data, format, json, asPublished };
        command.SetAction(parsed =>
        {
            var folder = new DataFolder(Path.GetFullPath(parsed.GetValue(data)!));
            using var session = parsed.GetValue(asPublished) is { } date
                ? folder.PublishedWarehouse.OpenAsPublished(date, surroundings.Cancellation)
                : folder.PublishedWarehouse.Open(surroundings.Cancellation);
            session.ForbidFiles();
            using var reader = session.OpenReader(parsed.GetValue(sql)!);
            using var interruption = surroundings.Cancellation.Register(session.Interrupt);
            ResultWriters.For(parsed.GetValue(json) ? "json" : parsed.GetValue(format)!).Write(reader, surroundings.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
