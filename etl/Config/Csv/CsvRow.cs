namespace Stp.Etl.Config.Csv;

/// <summary>One row of a CSV file of config/, read by the names of its columns.</summary>
internal sealed class CsvRow
{
    private readonly Dictionary<string, ConfigValue> _values;
    private readonly Place _place;
    private readonly FaultList _faults;

    public CsvRow(string file, CsvRecord header, CsvRecord record, FaultList faults)
    {
        _place = new Place(file, record.Line, string.Empty);
        _faults = faults;
        _values = header.Fields.Zip(record.Fields).ToDictionary(
            pair => pair.First.Text,
            pair => new ConfigValue(new Place(file, pair.Second.Line, pair.First.Text), pair.Second.Text, IsQuoted: false, faults),
            StringComparer.Ordinal);
        foreach (var padded in _values.Values.Where(value => value.Text != value.Text.Trim()))
        {
            padded.Fault($"'{padded.Text}' begins or ends with a space.", "Take the space away.");
        }
    }

    public int Line => _place.Line;

    public ConfigValue? Optional(string column) => _values[column].Text.Length > 0 ? Padless(_values[column]) : null;

    public ConfigValue? Required(string column)
    {
        if (_values[column].Text.Length == 0)
            _values[column].Fault("is empty.", "Every row has one.");

        return Optional(column);
    }

    public string Text(string column) => Required(column)?.Text ?? string.Empty;

    public void Fault(string column, string message, string remedy = "") =>
        _faults.Add(column.Length == 0 ? _place : _values[column].Place, message, remedy);

    /// <summary>The spaces around it are a fault already; what stands between them is looked at all the same.</summary>
    private static ConfigValue Padless(ConfigValue value) => value with { Text = value.Text.Trim() };
}
