using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Stp.Etl.Terminal;

/// <summary>Writes a query's result; rows are written as they are read, so that a large result needs no memory.</summary>
public interface IResultWriter
{
    void Write(DbDataReader reader, TextWriter output);
}

public static class ResultWriters
{
    private static readonly Dictionary<string, IResultWriter> Writers = new(StringComparer.Ordinal)
    {
        ["table"] = new TableWriter(" | ", string.Empty, string.Empty, "-", "-+-", text => text),
        ["csv"] = new CsvWriter(),
        ["json"] = new JsonWriter(),
        ["markdown"] = new TableWriter(" | ", "| ", " |", "-", " | ", text => text.Replace("|", @"\|", StringComparison.Ordinal)),
    };

    public static IReadOnlyCollection<string> Formats => Writers.Keys;

    public static IResultWriter For(string format) => Writers[format];

    /// <summary>A value as text that reads the same everywhere: ISO dates, a point for decimals, nothing for null.</summary>
    internal static string Text(object value) => value switch
    {
        DBNull => string.Empty,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Stream stream => $"({stream.Length} bytes)",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => "[" + string.Join(", ", list.Cast<object?>().Select(item => Text(item ?? DBNull.Value))) + "]",
        _ => value.ToString() ?? string.Empty,
    };

    internal static IEnumerable<string> Names(DbDataReader reader) => Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);

    internal static string[] Row(DbDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))];

    internal static bool IsNumber(Type type) => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INumber<>));
}

/// <summary>Aligned columns, numbers to the right. Widths follow the first rows; a later row that is wider breaks its line only.</summary>
internal sealed class TableWriter(string between, string before, string after, string rule, string crossing, Func<string, string> escape) : IResultWriter
{
    private const int RowsThatSetWidths = 1000;

    public void Write(DbDataReader reader, TextWriter output)
    {
        var names = ResultWriters.Names(reader).ToArray();
        var isNumber = Enumerable.Range(0, reader.FieldCount).Select(column => ResultWriters.IsNumber(reader.GetFieldType(column))).ToArray();
        var first = new List<string[]>();
        while (first.Count < RowsThatSetWidths && reader.Read())
        {
            first.Add([.. ResultWriters.Row(reader).Select(OneLine)]);
        }

        var widths = names.Select((name, column) => Math.Max(Math.Max(3, name.Length), first.Select(row => row[column].Length).DefaultIfEmpty().Max())).ToArray();
        output.WriteLine(Line(names, widths, new bool[names.Length]));
        output.WriteLine(before + string.Join(crossing, widths.Select(width => new string(rule[0], width))) + after);
        foreach (var row in first)
        {
            output.WriteLine(Line(row, widths, isNumber));
        }

        while (reader.Read())
        {
            output.WriteLine(Line([.. ResultWriters.Row(reader).Select(OneLine)], widths, isNumber));
        }
    }

    private string OneLine(string text) => escape(text.ReplaceLineEndings(" "));

    /// <summary>A row that a border ends keeps its width; one that nothing ends is not filled up with spaces.</summary>
    private string Line(string[] cells, int[] widths, bool[] toTheRight)
    {
        var line = string.Join(between, cells.Select((cell, column) => toTheRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])));
        return before + (after.Length == 0 ? line.TrimEnd() : line) + after;
    }
}

internal sealed class CsvWriter : IResultWriter
{
    public void Write(DbDataReader reader, TextWriter output)
    {
        output.WriteLine(string.Join(',', ResultWriters.Names(reader).Select(Quote)));
        while (reader.Read())
        {
            output.WriteLine(string.Join(',', ResultWriters.Row(reader).Select(Quote)));
        }
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>An array of objects, numbers as numbers.</summary>
internal sealed class JsonWriter : IResultWriter
{
    public void Write(DbDataReader reader, TextWriter output)
    {
        var names = ResultWriters.Names(reader).ToArray();
        output.Write('[');
        for (var row = 0; reader.Read(); row++)
        {
            output.WriteLine(row == 0 ? string.Empty : ",");
            output.Write("  " + Object(reader, names));
        }

        output.WriteLine();
        output.WriteLine("]");
    }

    private static string Object(DbDataReader reader, string[] names)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            for (var column = 0; column < names.Length; column++)
            {
                json.WritePropertyName(names[column]);
                WriteValue(json, reader.GetValue(column));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case double number when !double.IsFinite(number): json.WriteNullValue(); break;
            case double number: json.WriteNumberValue(number); break;
            case float number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case sbyte or byte or short or ushort or int or uint or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong number: json.WriteNumberValue(number); break;
            case BigInteger number: json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(ResultWriters.Text(value)); break;
        }
    }
}
