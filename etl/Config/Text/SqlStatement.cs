using System.Text.RegularExpressions;

namespace Stp.Etl.Config.Text;

/// <summary>Just enough of SQL's grammar to see what is code and what is comment or quotation.</summary>
internal static partial class SqlStatement
{
    /// <summary>The one statement of a .sql file, without the semicolon at its end; null, after a fault, where it is not one.</summary>
    public static string? Read(ConfigFolder folder, string file, string remedyIfMissing)
    {
        if (folder.ReadText(file, remedyIfMissing) is not { } text)
            return null;

        var code = CodeOf(text);
        if (text.Trim().Length == 0)
            folder.Faults.Add(Place.Whole(file), "is empty.", "Write one select statement.");
        else if (code.Trim().Length == 0)
            folder.Faults.Add(Place.Whole(file), "holds comments but no statement.", "Write one select statement.");
        else if (NeverClosed().Match(code) is { Success: true } opening)
            folder.Faults.Add(PlaceOf(file, text, opening.Index), $"a {opening.Value} begins here and never ends.", "Close it.");
        else
            return OneStatement(folder, file, text, code);

        return null;
    }

    /// <summary>The same text with blanks for comments, texts and quoted names; every character keeps its place.</summary>
    public static string CodeOf(string sql) =>
        CommentOrQuotation().Replace(sql, match => NotLineBreak().Replace(match.Value, " "));

    private static string? OneStatement(ConfigFolder folder, string file, string text, string code)
    {
        var end = code.IndexOf(';', StringComparison.Ordinal);
        if (end < 0)
            return text;

        if (code[(end + 1)..].Trim().Length == 0)
            return text.Remove(end, 1);

        folder.Faults.Add(
            PlaceOf(file, text, end),
            "a ';' ends the statement before the file's end.",
            "A file is one statement: take the ';' and what follows away.");
        return null;
    }

    private static Place PlaceOf(string file, string text, int position) =>
        new(file, text.AsSpan(0, position).Count('\n') + 1, string.Empty);

    [GeneratedRegex("--[^\\n]*|/\\*.*?\\*/|'[^']*'|\"[^\"]*\"", RegexOptions.Singleline)]
    private static partial Regex CommentOrQuotation();

    [GeneratedRegex("['\"]|/\\*")]
    private static partial Regex NeverClosed();

    [GeneratedRegex("[^\\r\\n]")]
    private static partial Regex NotLineBreak();
}
