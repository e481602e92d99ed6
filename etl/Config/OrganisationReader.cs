using Stp.Etl.Config.Csv;
using Stp.Scorecard.Kpis;

namespace Stp.Etl.Config;

/// <summary>Reads config/organisations.csv: a row per validity of each organisation.</summary>
internal static class OrganisationReader
{
    public const string File = "organisations.csv";

    private static readonly string[] Columns =
        ["ods_code", "name", "short_name", "level", "parent", "successor", "valid_from", "valid_to"];

    /// <param name="folder">The config directory.</param>
    /// <param name="partnership">The partnership's code as stp.yaml has it; null where that could not be read.</param>
    /// <returns>Null after a fault in them, so that nothing is blamed for what it says of them.</returns>
    public static IReadOnlyList<Organisation>? Read(ConfigFolder folder, ConfigValue? partnership)
    {
        var faultsBefore = folder.Faults.Count;
        var rows = CsvTable.Read(folder, File, Columns);
        var codes = rows.Select(row => row.Optional("ods_code")?.Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var read = rows.Select(row => (Row: row, Organisation: ReadRow(row, codes))).ToList();
        foreach (var (row, organisation) in read)
        {
            var earlier = read.TakeWhile(other => other.Row != row).FirstOrDefault(other => Overlap(other.Organisation, organisation));
            if (earlier.Row is not null)
                row.Fault(
                    "valid_from",
                    $"{organisation.OdsCode} is valid on line {earlier.Row.Line} already on some of these days.",
                    "Let one validity end before the next begins.");
        }

        if (rows.Count > 0 && partnership is not null)
            CheckPartnership(read, codes, partnership);

        return folder.Faults.Count == faultsBefore ? [.. read.Select(each => each.Organisation)] : null;
    }

    private static Organisation ReadRow(CsvRow row, HashSet<string> codes)
    {
        var level = row.Optional("level")?.AsWord<Level>();
        var parent = row.Optional("parent")?.AsNameOf("organisation", codes);
        var validFrom = row.Required("valid_from")?.AsDate();
        var validTo = row.Optional("valid_to")?.AsDate();
        if (validTo < validFrom)
            row.Fault("valid_to", "is before valid_from.", "Write the last day of the validity, or nothing while it lasts.");

        if (level is Level.Provider or Level.Ccg && parent is null)
            row.Fault("parent", "is empty, and an organisation with a level belongs to a partnership.", "Write the partnership's code.");

        return new Organisation(
            row.Text("ods_code"),
            row.Text("name"),
            row.Text("short_name"),
            level,
            parent,
            row.Optional("successor")?.AsNameOf("organisation", codes),
            validFrom ?? default,
            validTo);
    }

    private static bool Overlap(Organisation one, Organisation other) =>
        one.OdsCode == other.OdsCode
        && one.OdsCode.Length > 0
        && one.ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue)
        && other.ValidFrom <= (one.ValidTo ?? DateOnly.MaxValue);

    private static void CheckPartnership(
        List<(CsvRow Row, Organisation Organisation)> read, HashSet<string> codes, ConfigValue partnership)
    {
        var partnerships = read.Where(each => each.Organisation.Level == Level.Partnership).ToList();
        if (!partnerships.Exists(each => each.Organisation.OdsCode == partnership.Text))
        {
            if (codes.Contains(partnership.AsNameOf("organisation", codes)))
                partnership.Fault($"'{partnership.Text}' is not at level partnership in {File}.", "Write the code of the row that is.");

            return;
        }

        foreach (var (row, organisation) in partnerships.Where(each => each.Organisation.OdsCode != partnership.Text))
        {
            row.Fault(
                "level",
                $"{organisation.OdsCode} is not the partnership that {SettingsReader.File} names.",
                $"Only {partnership.Text} is at level partnership.");
        }

        foreach (var (row, _) in partnerships.Where(each => each.Organisation.OdsCode == partnership.Text).Skip(1))
        {
            row.Fault("level", "is the partnership's second row.", "The partnership has exactly one.");
        }
    }
}
