using System.Text.RegularExpressions;

namespace Stp.Scorecard;

/// <summary>How the members of an enum are written in config, SQL and messages: <c>ActivityAndProcess</c> is <c>activity_and_process</c>.</summary>
public static partial class Words
{
    /// <summary>The words of an enum and what they stand for. <c>None</c> has no word: leaving the property out says it.</summary>
    public static IReadOnlyDictionary<string, T> Of<T>()
        where T : struct, Enum => WordsOf<T>.All;

    public static string For<T>(T value)
        where T : struct, Enum => SnakeCase(value.ToString());

    private static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]|(?<=[A-Za-z])[0-9]+")]
    private static partial Regex WordStart();

    private static class WordsOf<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, T> All = Enum.GetValues<T>()
            .Where(value => value.ToString() != "None")
            .ToDictionary(value => SnakeCase(value.ToString()), StringComparer.Ordinal);
    }
}
