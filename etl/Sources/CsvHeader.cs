using System.Text;

namespace Stp.Etl.Sources;

/// <summary>The first line of a CSV file, as column names.</summary>
public static class CsvHeader
{
    /// <exception cref="SourceException">The file is empty, is not text, or names a column twice or not at all.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        var file = Path.GetFileName(path);
        var line = FirstLine(path, file);
        if (string.IsNullOrWhiteSpace(line))
        {
            throw new SourceException($"{file} is empty: a CSV file with a header line is expected.");
        }

        if (line.Contains('\0', StringComparison.Ordinal))
        {
            throw new SourceException($"{file} is not a CSV file: it holds binary data.");
        }

        var names = Split(line);
        var repeated = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            throw new SourceException(repeated.Key.Length == 0
                ? $"{file} has columns without a name in its header line."
                : $"{file} names the column '{repeated.Key}' twice in its header line.");
        }

        return names;
    }

    private static string? FirstLine(string path, string file)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            return reader.ReadLine();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"{file} cannot be read: {fault.Message}", fault);
        }
    }

    private static List<string> Split(string line)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        var isQuoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == ',' && !isQuoted)
            {
                names.Add(name.ToString().Trim());
                name.Clear();
            }
            else
            {
                name.Append(character);
            }
        }

        names.Add(name.ToString().Trim());
        return names;
    }
}
