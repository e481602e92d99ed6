using System.Text;

namespace Stp.Etl.Config.Csv;

/// <param name="Line">The line of the file where the field begins, counted from 1.</param>
public sealed record CsvField(int Line, string Text);

/// <param name="Line">The line of the file where the record begins, counted from 1.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<CsvField> Fields);

/// <summary>The text is not CSV from here on.</summary>
public sealed class CsvException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}

/// <summary>
/// Reads CSV as RFC 4180 describes it: commas, quotes doubled inside quotes, line breaks inside quotes; lines end in CRLF or LF.
/// Blank lines are passed over. Stricter than most: a quote inside an unquoted field, and text after a closing one, are errors.
/// </summary>
public static class CsvReader
{
    private const char ByteOrderMark = '\uFEFF';

    /// <exception cref="CsvException">A quote is where none can be, or never closed; thrown when the enumeration comes to it.</exception>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var cursor = new Cursor(text.TrimStart(ByteOrderMark));
        while (!cursor.IsAtEnd)
        {
            var line = cursor.Line;
            var fields = new List<CsvField>();
            do
            {
                fields.Add(new CsvField(cursor.Line, cursor.IsAt('"') ? QuotedField(cursor) : PlainField(cursor)));
            }
            while (cursor.Take(','));

            cursor.TakeLineEnd();
            if (fields is not [{ Text: "" }])
                yield return new CsvRecord(line, fields);
        }
    }

    private static string PlainField(Cursor cursor)
    {
        var field = new StringBuilder();
        while (!cursor.IsAtFieldEnd)
        {
            if (cursor.IsAt('"'))
                throw new CsvException(cursor.Line, "a quote stands inside a field that does not begin with one");

            field.Append(cursor.TakeAny());
        }

        return field.ToString();
    }

    private static string QuotedField(Cursor cursor)
    {
        var opened = cursor.Line;
        var field = new StringBuilder();
        cursor.TakeAny();
        while (!cursor.Take('"') || cursor.IsAt('"'))
        {
            if (cursor.IsAtEnd)
                throw new CsvException(opened, "a quote is opened here and never closed");

            field.Append(cursor.TakeAny());
        }

        return cursor.IsAtFieldEnd
            ? field.ToString()
            : throw new CsvException(cursor.Line, "text follows a closing quote");
    }

    private sealed class Cursor(string text)
    {
        private int _position;

        public int Line { get; private set; } = 1;

        public bool IsAtEnd => _position == text.Length;

        public bool IsAtFieldEnd => IsAtEnd || IsAt(',') || IsAtLineEnd;

        private bool IsAtLineEnd => IsAt('\n') || (IsAt('\r') && _position + 1 < text.Length && text[_position + 1] == '\n');

        public bool IsAt(char character) => !IsAtEnd && text[_position] == character;

        public bool Take(char character)
        {
            var isThere = IsAt(character);
            if (isThere)
                TakeAny();

            return isThere;
        }

        public char TakeAny()
        {
            var character = text[_position++];
            if (character == '\n')
                Line++;

            return character;
        }

        public void TakeLineEnd()
        {
            Take('\r');
            Take('\n');
        }
    }
}
