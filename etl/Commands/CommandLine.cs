using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Stp.Etl.Commands;

/// <summary>What a command works with: where it writes, which clock it goes by, and how it is interrupted.</summary>
public sealed record Surroundings(TextWriter Out, TextWriter Error, TimeProvider Time, bool IsTerminal, CancellationToken Cancellation);

/// <summary>The options that more than one command has.</summary>
public static class CommandOptions
{
    public static Option<string> Config() => new("--config")
    {
        Description = "The directory of the configuration.",
        DefaultValueFactory = _ => "config",
        HelpName = "DIR",
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "The directory of the data; STP_DATA names another default.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("STP_DATA") is { Length: > 0 } named ? named : "data",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for a program to read." };

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        result.AddError($"'{text}' is no date: write it as 2018-12-31.");
        return null;
    }
}
