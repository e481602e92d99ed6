using Stp.Etl.Config.Text;

namespace Stp.Etl.Config.Csv;

/// <summary>A CSV file of config/ whose first line names exactly the columns known, in any order.</summary>
internal static class CsvTable
{
    /// <summary>The rows; none, with faults, where the file is missing, is no CSV or has other columns.</summary>
    public static IReadOnlyList<CsvRow> Read(ConfigFolder folder, string file, IReadOnlyList<string> columns)
    {
        var remedy = $"Its first line is: {string.Join(',', columns)}";
        if (folder.ReadText(file, remedy) is not { } text)
            return [];

        var records = ReadRecords(folder, file, text);
        if (records.Count == 0)
        {
            if (text.Trim().Length == 0)
                folder.Faults.Add(Place.Whole(file), "is empty.", remedy);

            return [];
        }

        return AreColumnsRight(folder.Faults, file, records[0], columns, remedy)
            ? [.. records.Skip(1).Select(record => RowOf(folder.Faults, file, records[0], record)).OfType<CsvRow>()]
            : [];
    }

    /// <summary>None after a fault: rows half read would make faults of everything that refers to the other half.</summary>
    private static IReadOnlyList<CsvRecord> ReadRecords(ConfigFolder folder, string file, string text)
    {
        try
        {
            return [.. CsvReader.Read(text)];
        }
        catch (CsvException e)
        {
            folder.Faults.Add(
                new Place(file, e.Line, string.Empty),
                $"{e.Message}: the file cannot be read.",
                "Put the whole field in quotes and double the quotes inside it.");
            return [];
        }
    }

    private static bool AreColumnsRight(
        FaultList faults, string file, CsvRecord header, IReadOnlyList<string> columns, string remedy)
    {
        var before = faults.Count;
        var names = header.Fields.Select(field => field.Text).ToList();
        foreach (var unknown in names.Where(name => !columns.Contains(name)))
        {
            faults.Add(new Place(file, header.Line, unknown), "is not a column of this file.", Suggestion.For(unknown, columns));
        }

        foreach (var repeated in names.GroupBy(name => name).Where(same => same.Count() > 1))
        {
            faults.Add(new Place(file, header.Line, repeated.Key), "is a column twice.", "Take one of them away.");
        }

        foreach (var missing in columns.Except(names))
        {
            faults.Add(new Place(file, header.Line, missing), "is missing from the first line.", remedy);
        }

        return faults.Count == before;
    }

    private static CsvRow? RowOf(FaultList faults, string file, CsvRecord header, CsvRecord record)
    {
        if (record.Fields.Count == header.Fields.Count)
            return new CsvRow(file, header, record, faults);

        faults.Add(
            new Place(file, record.Line, string.Empty),
            $"has {record.Fields.Count} fields where the first line has {header.Fields.Count}.",
            "Put a field that holds a comma in quotes, and leave an empty one between its commas.");
        return null;
    }
}
