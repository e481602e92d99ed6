using System.Text.RegularExpressions;

namespace Stp.Etl.Config.Text;

/// <summary>What a name in config/ may look like.</summary>
internal static partial class Identifier
{
    /// <summary>Lowercase words joined by underscores: the ids of feeds, KPIs, measures, groups, rules.</summary>
    public static bool IsSnakeCase(string text) => SnakeCase().IsMatch(text);

    /// <summary>A name that SQL takes without quotes.</summary>
    public static bool IsPlain(string text) => Plain().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*\\z")]
    private static partial Regex SnakeCase();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z")]
    private static partial Regex Plain();
}
