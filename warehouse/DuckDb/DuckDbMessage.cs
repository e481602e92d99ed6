using System.Text.RegularExpressions;

namespace Stp.Warehouse.DuckDb;

/// <summary>
/// DuckDB's messages as they may be shown and kept. What it says of a value that does not convert or breaks a constraint quotes the
/// value, which may be personal: the kind of error stays, the value goes.
/// </summary>
public static partial class DuckDbMessage
{
    private const string Hidden = "…";

    /// <summary>The first line, without the values of rows.</summary>
    public static string Shown(string message)
    {
        var parts = message.Split('\n', 2);
        var line = parts[0].Trim();
        if (!QuotesValues().IsMatch(line))
        {
            return line;
        }

        // What DuckDB adds by itself begins with an empty line: anything else is a value that goes on.
        var isWhole = parts.Length == 1 || parts[1].StartsWith('\n');
        var unquoted = (isWhole ? Quotation() : OpenQuotation()).Replace(line, Hidden);
        return MayBeAboutALine().IsMatch(line) ? unquoted : Number().Replace(unquoted, Hidden);
    }

    [GeneratedRegex("^(Conversion|Invalid Input|Out of Range|Constraint) Error")]
    private static partial Regex QuotesValues();

    /// <summary>Numbers in these are lines of a file, or settings.</summary>
    [GeneratedRegex("^Invalid Input Error")]
    private static partial Regex MayBeAboutALine();

    /// <summary>From the first quote to the last: a value may hold quotes.</summary>
    [GeneratedRegex("(?<![A-Za-z])['\"].*['\"]")]
    private static partial Regex Quotation();

    [GeneratedRegex("(?<![A-Za-z])['\"].*$")]
    private static partial Regex OpenQuotation();

    /// <summary>A number by itself: not the 64 of INT64.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])-?\d[\d.,:/-]*")]
    private static partial Regex Number();
}
