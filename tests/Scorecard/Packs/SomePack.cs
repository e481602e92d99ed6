using System.Globalization;
using Stp.Scorecard.Groups;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Tests.Scorecard.Packs;

/// <summary>Invented packs of an invented December 2018, in the shape of south east London's A&amp;E.</summary>
internal static class SomePack
{
    public static readonly PlanMonths PlanMonths = new(new ReportingMonth(2015, 4), new ReportingMonth(2021, 3));

    public static readonly ReportingMonth December = new(2018, 12);

    private static readonly PublicationStamp Stamp =
        new("2019-01-01T061200-7f3a", new DateTime(2019, 1, 1, 6, 12, 0), new DateOnly(2018, 12, 31), "0.1.0");

    public static Pack Of(IReadOnlyList<ScorecardRow> rows, string needsAttention, string goingWell) => new(
        new Group("urgent_and_emergency_care", "Urgent and emergency care", "Senior responsible officer", [], Group.AllCharts),
        "Our Healthier South East London",
        December,
        PlanMonths,
        Stamp,
        needsAttention,
        goingWell,
        [.. rows.Select(row => (Row: row, Members: Members(row.Trend))).Select(each => new PackSection(
            each.Row,
            each.Row.Trend,
            each.Members,
            each.Members,
            "None of 3 is at plan or better in December 2018; King's is furthest behind, at 76.1%",
            $"{each.Row.Title} · by organisation on one axis · percent, by month, April 2015 to December 2018, plan to March 2021"))],
        "Source: A&E attendances, A&E monthly return · definitions: version 1 · publication 2019-01-01T061200-7f3a · Stp 0.1.0",
        []);

    private static IReadOnlyList<Trend> Members(Trend trend) =>
        [Scaled(trend, "RJ1", "Guy's & St Thomas'", 1.06m), Scaled(trend, "RJ2", "Lewisham & Greenwich", 1.03m), Scaled(trend, "RJZ", "King's", 0.93m)];

    public static Pack Usual() => Of(
        [
            FourHours(), TypeOne(),
            Row("ae_attendances", "A&E attendances per day", Perspective.ActivityAndProcess, Attendances()) with
            {
                Baseline = "2,068", Plan = "2,150", Target = "2,120", Variance = "−64", YearToDate = "2,179",
            },
            Conversion(), NotCollected(),
        ],
        "King's four-hour performance is 76.1%, 13.2 points short of plan and worsening since October; attendances are above plan at two of three trusts.",
        "Conversion to admission is at plan in all trusts, for the fifth month running.");

    /// <summary>The four-hour standard at one organisation: seasonal, falling, with a trajectory that was agreed twice.</summary>
    public static Trend FourHourTrend(string code = "RJZ", string name = "King's", double level = 0.872, double change = -0.00217) =>
        Trend("ae_four_hour", "A&E seen within four hours, all types", code, name, Unit.Percent, month => Seasonal(month, level, change, 0.022)) with
        {
            Message = $"{name} saw 76.1% within four hours in December 2018, 15.2 points short of plan and worsening since October",
        };

    public static Trend Attendances() => Trend(
        "ae_attendances", "A&E attendances per day", "SEL", "South east London", Unit.Count,
        month => 2050 + (month * 4m) + (60 * Wave(month)),
        baseline: 2068m, target: 2120m, first: 2000m) with { Message = "Attendances grow by 48 a day each year, twice as fast as planned" };

    /// <param name="actual">The value of a month, counted from the first of the plan.</param>
    public static Trend Trend(
        string kpi, string title, string code, string name, Unit unit, Func<int, decimal?> actual,
        decimal baseline = 0.881m, decimal target = 0.95m, decimal first = 0.97m)
    {
        var months = ReportingMonth.Range(PlanMonths.From, PlanMonths.To).Select((month, i) =>
        {
            var value = month <= December ? actual(i) : null;
            decimal? trajectory = i < 11 ? null : Math.Round(baseline + ((target - baseline) * (i - 11) / 60), 4);
            decimal? agreedFirst = i < 11 ? null : Math.Round(baseline + ((first - baseline) * (i - 11) / 60), 4);
            return new TrendMonth(
                month, value, Text(value, unit), trajectory, Text(trajectory, unit), agreedFirst,
                month == December ? RagStatus.Red : RagStatus.Grey, IsPartial: false);
        }).ToList();
        return new Trend(
            kpi, title, Level.Provider, code, name, unit,
            $"{name}: {title}",
            $"{title} · {name} · {(unit == Unit.Percent ? "percent of attendances" : "daily average")}, monthly, April 2015 to December 2018, plan to March 2021",
            months,
            new TrendLevel(baseline, $"Baseline 2015/16: {Text(baseline, unit)}"),
            new TrendLevel(target, $"Target by March 2021: {Text(target, unit)}"),
            null,
            $"Trajectory: {Text(target, unit)}",
            $"As first agreed: {Text(first, unit)}",
            string.Empty,
            "Source: A&E attendances, as supplied by the trusts · definition version 1 · data as at 31 December 2018, published 1 January 2019 06:12 · publication 2019-01-01T061200-7f3a · Stp 0.1.0");
    }

    public static ScorecardRow Row(string kpi, string title, Perspective perspective, Trend trend, RagStatus status = RagStatus.Amber) => new(
        kpi, title, perspective,
        trend.Latest?.ValueText ?? "–", string.Empty, "88.1%", "91.2%", "95.0%", "−0.9 pts", "84.0%",
        status, "to 31 Dec 2018", false, string.Empty,
        [
            new OrganisationStatus("RJ1", "Guy's & St Thomas'", "86.5%", RagStatus.Amber),
            new OrganisationStatus("RJ2", "Lewisham & Greenwich", "87.2%", RagStatus.Green),
            new OrganisationStatus("RJZ", "King's", "76.1%", RagStatus.Red),
        ],
        trend);

    /// <summary>The same course at another level.</summary>
    private static Trend Scaled(Trend trend, string code, string name, decimal factor) => trend with
    {
        Organisation = code,
        OrganisationName = name,
        Message = $"{name}: {trend.KpiTitle}",
        Months = [.. trend.Months.Select(month => month with { Value = month.Value * factor, ValueText = Text(month.Value * factor, trend.Unit) })],
    };

    private static ScorecardRow FourHours() =>
        Row("ae_four_hour", "A&E seen within four hours, all types", Perspective.Patients, FourHourTrend("SEL", "South east London", 0.895, -0.0014), RagStatus.Red) with
        {
            Variance = "−8.2 pts",
        };

    private static ScorecardRow TypeOne() =>
        Row("ae_four_hour_type_1", "A&E seen within four hours, type 1", Perspective.Patients, FourHourTrend("SEL", "South east London", 0.83, -0.0019), RagStatus.Red) with
        {
            LatestMonth = "Nov 2018", Variance = "−12.4 pts", Target = "TBC", DataNote = "stale: data to 30 Nov 2018", NeedsCare = true,
        };

    private static ScorecardRow Conversion() =>
        Row(
            "ae_conversion_to_admission", "A&E attendances admitted, type 1", Perspective.ActivityAndProcess,
            Trend(
                "ae_conversion_to_admission", "A&E attendances admitted, type 1", "SEL", "South east London", Unit.Percent,
                month => Seasonal(month, 0.262, 0.0006, 0.008), 0.259m, 0.28m, 0.28m),
            RagStatus.Green) with { Baseline = "25.9%", Plan = "29.5%", Target = "28.0%", Variance = "+0.1 pts", YearToDate = "29.1%" };

    private static ScorecardRow NotCollected()
    {
        var trend = Trend("seven_day", "Seven-day standards, population covered", "SEL", "South east London", Unit.Percent, _ => null);
        return new ScorecardRow(
            "seven_day", "Seven-day standards, population covered", Perspective.Workforce, "–", string.Empty, "TBC", "50.0%", "95.0%", "–", "–",
            RagStatus.Grey, "no data", true, "Not collected yet: the first return is due on 15 January 2019", [], trend);
    }

    /// <summary>High in summer, low in winter, with a ripple that repeats: no random numbers.</summary>
    private static decimal? Seasonal(int month, double level, double change, double swing) =>
        Math.Round((decimal)(level + (change * month) + (swing * Math.Sin((month + 1) * Math.PI / 6)) + (0.007 * Math.Sin(month * 2.9))), 4);

    private static decimal Wave(int month) => (decimal)Math.Round(Math.Sin(month * 2.1) + (0.5 * Math.Sin(month * 0.7)), 4);

    private static string Text(decimal? value, Unit unit) => value is not { } some ? "–"
        : unit == Unit.Percent ? (some * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%"
        : some.ToString("#,0", CultureInfo.InvariantCulture);
}
