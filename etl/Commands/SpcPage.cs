using System.Globalization;
using Stp.Scorecard.Spc;

namespace Stp.Etl.Commands;

/// <summary>An SPC result for people: the message, then a line a point.</summary>
internal static class SpcPage
{
    private static readonly string[] Heads = ["Date", "Value", "Mean", "Lower limit", "Upper limit", "Variation", "Rule"];

    /// <summary>Columns of numbers stand to the right.</summary>
    private static readonly Range Numbers = 1..5;

    public static void Write(SpcResult result, SpcText text, string name, TextWriter output)
    {
        output.WriteLine(text.Message());
        output.WriteLine(text.Subtitle(name));
        if (text.Caption() is { Length: > 0 } caption)
            output.WriteLine(caption);

        foreach (var group in result.Groups)
        {
            output.WriteLine();
            if (result.Groups.Count > 1)
                output.WriteLine($"From {SpcText.Day(group.Points[0].Date)}");
            WriteTable([.. group.Points.Select(point => Cells(point, text))], output);
        }
    }

    private static string[] Cells(SpcResultPoint point, SpcText text) =>
    [
        point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        text.Value(point.Value),
        text.Value(point.Limits.Mean),
        text.Value(point.Limits.Lower),
        text.Value(point.Limits.Upper),
        SpcText.Name(point.Variation),
        point.IsSpecialCause ? point.Cause.Label() : string.Empty,
    ];

    private static void WriteTable(IReadOnlyList<string[]> rows, TextWriter output)
    {
        var widths = Heads.Select((head, column) => Math.Max(head.Length, rows.Max(row => row[column].Length))).ToArray();
        foreach (var row in rows.Prepend(Heads))
        {
            var cells = row.Select((cell, column) => column >= Numbers.Start.Value && column < Numbers.End.Value
                ? cell.PadLeft(widths[column])
                : cell.PadRight(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
