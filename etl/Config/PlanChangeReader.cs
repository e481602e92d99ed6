using Stp.Scorecard;
using Stp.Etl.Config.Csv;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;

namespace Stp.Etl.Config;

/// <summary>Reads config/plans/changes.csv: a line per value that a change sets.</summary>
/// <param name="kpiNames">Every KPI that there is, whether its file could be read or not.</param>
/// <param name="kpis">Those whose files have no fault.</param>
/// <param name="organisations">Null where they have a fault: then they are not looked up.</param>
internal sealed class PlanChangeReader(
    ConfigFolder folder,
    IReadOnlyCollection<string> kpiNames,
    IReadOnlyList<KpiDefinition> kpis,
    IReadOnlyList<Organisation>? organisations)
{
    private const string File = "plans/changes.csv";

    private static readonly string[] Columns =
    [
        "change_id", "kpi", "kind", "level", "organisation", "period_date", "value", "shape",
        "effective_from", "recorded_at", "proposed_by", "approved_by", "reason",
    ];

    /// <summary>How a plan says that a value is still to come.</summary>
    private static readonly string[] NotAgreedYet = ["TBC", "to be agreed", "not set"];

    public IReadOnlyList<PlanChange> Read()
    {
        var rows = CsvTable.Read(folder, File, Columns);
        var read = rows.Select(row => (Row: row, Change: ReadRow(row))).ToList();
        var sameValue = read.Where(each => each.Change.ChangeId.Length > 0).GroupBy(each => (
            each.Change.ChangeId, each.Change.Kpi, each.Change.Kind, each.Change.Level, each.Change.Organisation, each.Change.PeriodDate));
        foreach (var same in sameValue)
        {
            foreach (var (row, _) in same.Skip(1))
            {
                row.Fault(
                    "change_id",
                    $"sets what line {same.First().Row.Line} of the same change sets already.",
                    "Take one of the lines away, or give the later change an id of its own.");
            }
        }

        return [.. read.Select(each => each.Change)];
    }

    private PlanChange ReadRow(CsvRow row)
    {
        var kind = row.Required("kind")?.AsWord<PlanKind>();
        var level = row.Required("level")?.AsWord<Level>();
        var value = ReadValue(row, kind);
        return new PlanChange(
            row.Text("change_id"),
            ReadKpi(row, level),
            kind ?? default,
            level ?? default,
            ReadOrganisation(row, level),
            ReadPeriodDate(row, kind),
            value,
            row.Optional("value")?.Text ?? string.Empty,
            ReadShape(row, kind),
            row.Required("effective_from")?.AsDate() ?? default,
            row.Required("recorded_at")?.AsDate() ?? default,
            row.Text("proposed_by"),
            row.Optional("approved_by")?.Text,
            row.Text("reason"),
            row.Line);
    }

    private string ReadKpi(CsvRow row, Level? level)
    {
        var name = row.Required("kpi")?.AsNameOf("KPI", kpiNames) ?? string.Empty;
        var kpi = kpis.FirstOrDefault(candidate => candidate.Id == name);
        if (kpi is not null && kpi.Levels.Count > 0 && level is { } given && !kpi.Levels.Contains(given))
            row.Fault(
                "level",
                $"{name} has no level {Words.For(given)}.",
                $"Write one of: {string.Join(", ", kpi.Levels.Select(Words.For))}.");

        return name;
    }

    private string ReadOrganisation(CsvRow row, Level? level)
    {
        var known = organisations?
            .Where(organisation => level is null || organisation.Level == level)
            .Select(organisation => organisation.OdsCode)
            .Distinct()
            .ToList();
        var what = level is { } given ? $"organisation at level {Words.For(given)}" : "organisation";
        return row.Required("organisation")?.AsNameOf(what, known) ?? string.Empty;
    }

    private static DateOnly? ReadPeriodDate(CsvRow row, PlanKind? kind) =>
        kind is PlanKind.Trajectory or PlanKind.Target or PlanKind.Rebase
            ? row.Required("period_date")?.AsDate()
            : row.Optional("period_date")?.AsDate();

    private static decimal? ReadValue(CsvRow row, PlanKind? kind)
    {
        if (kind == PlanKind.Rebase)
        {
            row.Optional("value")?.Fault("a rebase sets no value.", "Leave it empty: period_date says it all.");
            return null;
        }

        var value = kind is null ? row.Optional("value") : row.Required("value");
        if (value is null || NotAgreedYet.Contains(value.Text, StringComparer.OrdinalIgnoreCase))
            return null;

        return kind == PlanKind.Tolerance ? value.AsDecimal(minimum: 0) : value.AsDecimal();
    }

    private static PlanShape ReadShape(CsvRow row, PlanKind? kind)
    {
        var shape = row.Optional("shape");
        if (kind is not (null or PlanKind.Trajectory))
            shape?.Fault("only a trajectory has a shape.", "Leave it empty.");

        return shape?.AsWord<PlanShape>() ?? PlanShape.Linear;
    }
}
