using System.Globalization;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Tests.Support;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard;

/// <summary>What the tests of the scorecard start from: one partnership, one KPI, and whatever a test draws.</summary>
internal static class Given
{
    public const string Partnership = "SEL";

    /// <summary>A partnership of three trusts and three CCGs (one closed in March 2017, one founded in May 2016), and a neighbour.</summary>
    public static readonly IReadOnlyList<Organisation> Organisations =
    [
        new("SEL", "South East London", "South east London", Level.Partnership, null, null, new(2013, 4, 1), null),
        new("RJZ", "King's College Hospital", "King's", Level.Provider, "SEL", null, new(2006, 12, 1), null),
        new("RJ1", "Guy's and St Thomas'", "Guy's & St Thomas'", Level.Provider, "SEL", null, new(2004, 7, 1), null),
        new("RPG", "Oxleas", "Oxleas", Level.Provider, "SEL", null, new(2006, 5, 1), null),
        new("08K", "NHS Lambeth CCG", "Lambeth", Level.Ccg, "SEL", null, new(2013, 4, 1), null),
        new("08Q", "NHS Southwark CCG", "Southwark", Level.Ccg, "SEL", "08K", new(2013, 4, 1), new(2017, 3, 31)),
        new("08A", "NHS Greenwich CCG", "Greenwich", Level.Ccg, "SEL", null, new(2016, 5, 1), null),
        new("RJ7", "St George's", "St George's", null, null, null, new(2015, 2, 1), null),
    ];

    public static Organisation Organisation(string code) => Organisations.Single(organisation => organisation.OdsCode == code);

    /// <summary>A share of attendances, to be raised, judged against the trajectory, two points of tolerance.</summary>
    public static readonly KpiDefinition Share = new(
        "four_hour",
        1,
        "Seen within four hours",
        Perspective.Patients,
        ["urgent_care"],
        "Urgent care group",
        null,
        ["attendances"],
        "within",
        "all",
        1,
        Per.Period,
        null,
        Unit.Percent,
        Direction.Increase,
        RollUp.Sum,
        Basis.Provider,
        [Level.Partnership, Level.Provider],
        [PlanKind.Trajectory, PlanKind.Target, PlanKind.Standard],
        new Tolerance(0.02m, false),
        null,
        "A definition");

    /// <summary>A plain count, to be lowered, three per cent of tolerance.</summary>
    public static readonly KpiDefinition Count = Share with
    {
        Id = "attendances",
        Title = "Attendances",
        Numerator = "all",
        Denominator = null,
        Unit = Unit.Count,
        Direction = Direction.Decrease,
        Tolerance = new Tolerance(0.03m, true),
    };

    /// <summary>The same count, per day.</summary>
    public static readonly KpiDefinition Daily = Count with { Id = "attendances_per_day", Title = "Attendances per day", Per = Per.Day };

    public static ReportingMonth Month(string text) =>
        ReportingMonth.TryParse(text, out var month) ? month : throw new ArgumentException($"No month: {text}.", nameof(text));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period Monthly(string month) => new(PeriodKind.Month, Month(month));

    /// <summary>
    /// Plan changes, drawn. Columns: id, kpi, kind, level, org, date, value, shape, from, recorded, approved (a dash: only proposed).
    /// What is not drawn is the share's trajectory for King's, linear, in force from April 2016, recorded the month before, approved.
    /// </summary>
    public static IReadOnlyList<PlanChange> Changes(string drawing) =>
    [
        .. DrawnTable.Rows(drawing).Select((row, at) => new PlanChange(
            row.Text("id", "C1"),
            row.Text("kpi", Share.Id),
            Enum.Parse<PlanKind>(row.Text("kind", "trajectory"), ignoreCase: true),
            Enum.Parse<Level>(row.Text("level", "provider"), ignoreCase: true),
            row.Text("org", "RJZ"),
            row.Date("date"),
            row.Number("value"),
            row.Number("value") is null ? row["value"] : string.Empty,
            Enum.Parse<PlanShape>(row.Text("shape", "linear"), ignoreCase: true),
            row.Date("from") ?? new DateOnly(2016, 4, 1),
            row.Date("recorded") ?? new DateOnly(2016, 3, 1),
            "Planner",
            row["approved"] == "-" ? null : row.Text("approved", "Board"),
            "Reason",
            at + 2)),
    ];

    public static PlanHistory Plans(string drawing) => new(Changes(drawing));

    /// <summary>Measures, drawn: month, org, then a column a measure; an empty cell has no row. The basis follows from the code.</summary>
    public static IReadOnlyList<MeasureValue> Measures(string drawing, params string[] measures) =>
    [
        .. from row in DrawnTable.Rows(drawing)
           from measure in measures
           where row.Number(measure) is not null
           select Measure(measure, row["month"], row["org"], row.Number(measure)!.Value),
    ];

    public static MeasureValue Measure(string measure, string month, string organisation, decimal value) => new(
        measure,
        Month(month),
        organisation.StartsWith('0') ? Basis.Commissioner : Basis.Provider,
        organisation,
        null,
        value);

    /// <summary>The same numbers each month: <paramref name="all"/> attendances, <paramref name="within"/> of them in time.</summary>
    public static IReadOnlyList<MeasureValue> EachMonth(string from, string to, decimal within, decimal all, string organisation = "RJZ") =>
    [
        .. ReportingMonth.Range(Month(from), Month(to)).SelectMany(month => new[]
        {
            Measure("within", month.ToString(), organisation, within),
            Measure("all", month.ToString(), organisation, all),
        }),
    ];

    public static FeedState Fresh(string dataTo) => new("attendances", Day(dataTo), true, null);

    public static FeedState Stale(string dataTo) => new("attendances", Day(dataTo), false, "the extract failed");
}
