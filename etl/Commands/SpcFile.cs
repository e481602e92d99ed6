using System.Globalization;
using Stp.Etl.Config.Csv;
using Stp.Scorecard.Spc;

namespace Stp.Etl.Commands;

/// <summary>Reads a series from a CSV file with the columns date and value; a blank value is a date without a figure.</summary>
internal sealed class SpcFile(string file)
{
    /// <summary>Further from 0 than any figure of the NHS, and near enough that sums and limits can be computed.</summary>
    public const decimal Largest = 1e18m;

    private const string DateColumn = "date";
    private const string ValueColumn = "value";

    /// <summary>More would scroll the first ones away.</summary>
    private const int MostFaultsTold = 20;

    private const NumberStyles PlainNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private readonly List<string> _faults = [];

    /// <exception cref="UsageException">The file is not there or is not such a series: every fault with its line.</exception>
    public IReadOnlyList<SpcPoint> Read()
    {
        var records = ReadRecords();
        var points = records.Count > 0 ? Points(records) : [];
        if (records.Count == 0)
            Fault(1, $"the file is empty. Its first line is: {DateColumn},{ValueColumn}");
        else if (records.Count == 1 && _faults.Count == 0)
            Fault(records[0].Line, "no line follows the names of the columns.");

        if (_faults.Count > 0)
            throw new UsageException(Told());

        return points;
    }

    private List<CsvRecord> ReadRecords()
    {
        if (Directory.Exists(file))
            throw new UsageException($"{file} is a directory, not a CSV file.");
        if (!File.Exists(file))
            throw new UsageException($"{file}: there is no such file.");

        try
        {
            return [.. CsvReader.Read(File.ReadAllText(file))];
        }
        catch (CsvException fault)
        {
            throw new UsageException($"{file}:{fault.Line}: {fault.Message}.");
        }
    }

    private List<SpcPoint> Points(List<CsvRecord> records)
    {
        var names = records[0].Fields.Select(field => field.Text.Trim().ToLowerInvariant()).ToList();
        if (names.Count != 2 || !names.Contains(DateColumn) || !names.Contains(ValueColumn))
        {
            Fault(records[0].Line, $"the first line is '{string.Join(',', names)}'. Write: {DateColumn},{ValueColumn}");
            return [];
        }

        var lines = new Dictionary<DateOnly, int>();
        var points = new List<SpcPoint>();
        foreach (var record in records.Skip(1))
        {
            if (record.Fields.Count != names.Count)
            {
                Fault(record.Line, $"has {record.Fields.Count} {(record.Fields.Count == 1 ? "field" : "fields")} where the first line has 2. A date without a figure is written 2018-12-31,");
                continue;
            }

            var date = Date(record.Fields[names.IndexOf(DateColumn)]);
            var value = Value(record.Fields[names.IndexOf(ValueColumn)]);
            if (date is not { } known)
                continue;
            if (!lines.TryAdd(known, record.Line))
                Fault(record.Line, $"the date {record.Fields[names.IndexOf(DateColumn)].Text.Trim()} stands on line {lines[known]} already. Keep one of them.");
            points.Add(new SpcPoint(known, value));
        }

        return points;
    }

    private DateOnly? Date(CsvField field)
    {
        if (DateOnly.TryParseExact(field.Text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;

        Fault(field.Line, $"date: '{field.Text}' is not a date. Write year, month and day, such as 2018-12-31.");
        return null;
    }

    private decimal? Value(CsvField field)
    {
        if (string.IsNullOrWhiteSpace(field.Text))
            return null;

        // What is too large for a decimal is read as a double first, so that the message can say which of the two is wrong.
        var isNumber = double.TryParse(field.Text, PlainNumber, CultureInfo.InvariantCulture, out var roughly) && double.IsFinite(roughly);
        if (isNumber && Math.Abs(roughly) <= (double)Largest && decimal.TryParse(field.Text, PlainNumber, CultureInfo.InvariantCulture, out var value))
            return value;

        Fault(field.Line, isNumber
            ? $"value: {field.Text} is out of range. Write a number of at most 18 digits before the dot."
            : $"value: '{field.Text}' is not a number. Write it as 0.95, a share as a fraction; leave it blank where there is no figure.");
        return null;
    }

    private void Fault(int line, string message) => _faults.Add($"{file}:{line}: {message}");

    private string Told()
    {
        var more = _faults.Count - MostFaultsTold;
        return string.Join('\n', more > 0 ? _faults.Take(MostFaultsTold).Append($"… and {more} more.") : _faults);
    }
}
