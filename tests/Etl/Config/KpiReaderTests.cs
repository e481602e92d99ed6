using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class KpiReaderTests
{
    private const string PerDay = "kpis/ae_attendances.yaml";
    private const string Kpi = "kpis/ae_four_hour.yaml";

    [TestCase("id: ae_four_hour", "id: ae_four_hours", "id", "is not the file's name. Write ae_four_hour")]
    [TestCase("version: 1", "version: 0", "version", "Write 1 or more")]
    [TestCase("version: 1", "version: first", "version", "'first' is not a whole number")]
    [TestCase(
        "perspective: patients", "perspective: patient",
        "perspective", "Write one of: patients, activity_and_process, workforce, money.")]
    [TestCase(
        "groups: [urgent_and_emergency_care, board]", "groups: [urgent_and_emergency_care, board, urgent_care]",
        "groups[3]", "there is no group 'urgent_care'")]
    [TestCase("feeds: [ae_attendance]", "feeds: [ae_attendence]", "feeds[1]", "Did you mean 'ae_attendance'?")]
    [TestCase(
        "numerator: ae_attendances_within_four_hours", "numerator: ae_attendances_within_4_hours",
        "numerator", "Did you mean 'ae_attendances_within_four_hours'?")]
    [TestCase("denominator: ae_attendances", "denominator: attendances", "denominator", "there is no measure 'attendances'")]
    [TestCase("unit: percent ", "unit: percentage ", "unit", "Write one of: percent, count, number, minutes, days, weeks, gbp.")]
    [TestCase("direction: increase", "direction: up", "direction", "Write one of: increase, decrease, neutral.")]
    [TestCase("roll_up: sum", "roll_up: total", "roll_up", "Write one of: sum, last, mean.")]
    [TestCase("basis: provider", "basis: ccg", "basis", "Write one of: provider, commissioner.")]
    [TestCase("levels: [partnership, provider, ccg]", "levels: []", "levels", "is an empty list")]
    [TestCase("levels: [partnership, provider, ccg]", "levels: [partnership, partnership]", "levels[2]", "is in the list twice")]
    [TestCase(
        "levels: [partnership, provider, ccg]", "levels: [partnership, trust]",
        "levels[2]", "Write one of: partnership, provider, ccg.")]
    [TestCase(
        "status_against: [trajectory, standard]", "status_against: baseline",
        "status_against", "Write one of: trajectory, target, standard.")]
    [TestCase(
        "status_against: [trajectory, standard]", "status_against: [target, tolerance]",
        "status_against[2]", "Write one of: trajectory, target, standard.")]
    [TestCase("status_against: [trajectory, standard]", "status_against: []", "status_against", "is an empty list")]
    [TestCase("{ absolute: 0.02 }", "{ absolute: -0.02 }", "tolerance.absolute", "Write 0 or more")]
    [TestCase(
        "{ absolute: 0.02 }", "{ absolute: 0.02, relative: 0.02 }",
        "tolerance.absolute", "either { absolute: x } or { relative: x }")]
    [TestCase("{ absolute: 0.02 }", "{}", "tolerance.absolute", "either { absolute: x } or { relative: x }")]
    [TestCase("{ absolute: 0.02 }", "0.02", "tolerance", "is a single value, not properties")]
    [TestCase("{ absolute: 0.02 }", "{ absolute: 2 }", "tolerance", "write 0.02 for two percentage points")]
    [TestCase("spc_target: 0.95", "spc_target: 95", "spc_target", "write 0.95 for 95%")]
    [TestCase("spc_target: 0.95", "spc_target: 95%", "spc_target", "'95%' is not a number")]
    [TestCase("roll_up: sum", "roll_up: sum\nmultiplier: 0", "multiplier", "above 0")]
    [TestCase("roll_up: sum", "roll_up: sum\nper: week", "per", "Write one of: period, day, midnight.")]
    [TestCase("roll_up: sum", "roll_up: sum\ntargett: 0.95", "targett", "is not a property that stands here")]
    [TestCase("roll_up: sum", "roll_up: sum\nroll_up: last", "roll_up", "is there twice")]
    public void BrokenKpi_IsTheOnlyFault(string old, string replacement, string field, string message)
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, old, replacement);
        config.HasOnlyFault(Kpi, config.LineOf(Kpi, replacement.Split('\n')[^1]), field, message);
    }

    [TestCase("title")]
    [TestCase("perspective")]
    [TestCase("groups")]
    [TestCase("owner")]
    [TestCase("feeds")]
    [TestCase("numerator")]
    [TestCase("unit")]
    [TestCase("direction")]
    [TestCase("roll_up")]
    [TestCase("basis")]
    [TestCase("levels")]
    [TestCase("definition_source")]
    public void MissingProperty_IsAFault(string name)
    {
        using var config = new BrokenConfig();
        var lines = config.ReadText(Kpi).Split('\n').Where(line => !line.StartsWith($"{name}:", StringComparison.Ordinal));
        config.Write(Kpi, string.Join('\n', lines));
        var fault = config.Faults().Single(each => each.File == Kpi);
        Assert.That((fault.Line, fault.Field, fault.Message), Is.EqualTo((1, name, "is missing.")));
    }

    [TestCase("version: 2", "previous_versions[1].version", "is not before the version in force, 2")]
    [TestCase("version: 1, id: ae_other", "previous_versions[1].id", "'ae_other' is another KPI. Write ae_four_hour")]
    [TestCase("version: 1, numerators: x", "previous_versions[1].numerators", "Did you mean 'numerator'?")]
    public void BrokenPreviousVersion_IsTheOnlyFault(string properties, string field, string message)
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, "version: 1", "version: 2");
        config.Append(Kpi, "previous_versions:");
        var line = config.Append(Kpi, Previous(properties));
        config.HasOnlyFault(Kpi, line, field, message);
    }

    [Test]
    public void PreviousVersionTwice_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, "version: 1", "version: 2");
        config.Append(Kpi, "previous_versions:");
        config.Append(Kpi, Previous("version: 1"));
        var line = config.Append(Kpi, Previous("version: 1"));
        config.HasOnlyFault(Kpi, line, "previous_versions[2].version", "1 is there twice");
    }

    [Test]
    public void PreviousVersion_IsKeptBesideTheOneInForce()
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, "version: 1", "version: 2");
        config.Append(Kpi, "previous_versions:");
        config.Append(Kpi, Previous("version: 1"));
        var read = config.Read();
        Assert.That(read.Kpis.Single(kpi => kpi.Id == "ae_four_hour").Version, Is.EqualTo(2));
        var previous = read.PreviousKpis.Single();
        Assert.That((previous.Id, previous.Version, previous.Unit), Is.EqualTo(("ae_four_hour", 1, Unit.Count)));
    }

    [Test]
    public void RepositoryKpi_IsReadAsWritten()
    {
        using var config = new BrokenConfig();
        var kpis = config.Read().Kpis;
        var fourHour = kpis.Single(kpi => kpi.Id == "ae_four_hour");
        var perDay = kpis.Single(kpi => kpi.Id == "ae_attendances");
        Assert.Multiple(() =>
        {
            Assert.That(fourHour.Tolerance, Is.EqualTo(new Tolerance(0.02m, IsRelative: false)));
            Assert.That(fourHour.SpcTarget, Is.EqualTo(0.95m));
            Assert.That(fourHour.Multiplier, Is.EqualTo(1));
            Assert.That(fourHour.Levels, Is.EqualTo(new[] { Level.Partnership, Level.Provider, Level.Ccg }));
            Assert.That(fourHour.StatusAgainst, Is.EqualTo(new[] { PlanKind.Trajectory, PlanKind.Standard }));
            Assert.That(fourHour.Per, Is.EqualTo(Per.Period));
            Assert.That(perDay.Perspective, Is.EqualTo(Perspective.ActivityAndProcess));
            Assert.That((perDay.Denominator, perDay.Per, perDay.SpcTarget), Is.EqualTo(((string?)null, Per.Day, (decimal?)null)));
            Assert.That(perDay.Tolerance, Is.EqualTo(new Tolerance(0.03m, IsRelative: true)));
        });
    }

    [TestCase("# left to the default", new[] { PlanKind.Trajectory, PlanKind.Target, PlanKind.Standard })]
    [TestCase("status_against: standard", new[] { PlanKind.Standard })]
    [TestCase("status_against: [target, trajectory]", new[] { PlanKind.Target, PlanKind.Trajectory })]
    public void StatusAgainst_IsAWordAListOrTheDefault(string written, PlanKind[] expected)
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, "status_against: [trajectory, standard]", written);
        Assert.That(config.Read().Kpis.Single(kpi => kpi.Id == "ae_four_hour").StatusAgainst, Is.EqualTo(expected));
    }

    [Test]
    public void Percentile_IsRead()
    {
        using var config = new BrokenConfig();
        config.Append(PerDay, "percentile: { share: 0.92, open_from: 52 }");
        config.Replace(PerDay, "per: day ", "# ");
        Assert.That(config.Read().Kpis.Single(kpi => kpi.Id == "ae_attendances").Percentile, Is.EqualTo(new Percentile(0.92m, 52)));
    }

    [TestCase("percentile: { share: 1, open_from: 52 }", "percentile.share", "1 is no percentile. Write a number between 0 and 1")]
    [TestCase("percentile: { share: 50, open_from: 52 }", "percentile.share", "50")]
    [TestCase("percentile: { share: 0.5 }", "percentile.open_from", "is missing")]
    public void BrokenPercentile_IsTheOnlyFault(string written, string field, string message)
    {
        using var config = new BrokenConfig();
        config.Replace(PerDay, "per: day ", "# ");
        var line = config.Append(PerDay, written);
        config.HasOnlyFault(PerDay, line, field, message);
    }

    [TestCase(Kpi, "denominator", "denominator: ", "has no effect beside percentile")]
    [TestCase(PerDay, "per", "per: ", "has no effect beside percentile")]
    public void PercentileBesideARatio_IsTheOnlyFault(string file, string field, string start, string message)
    {
        using var config = new BrokenConfig();
        config.Append(file, "percentile: { share: 0.5, open_from: 52 }");
        config.HasOnlyFault(file, config.LineOf(file, start), field, message);
    }

    [Test]
    public void PercentileOfAMean_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        config.Replace(PerDay, "per: day ", "# ");
        config.Replace(PerDay, "roll_up: sum", "roll_up: mean");
        config.Append(PerDay, "percentile: { share: 0.5, open_from: 52 }");
        config.HasOnlyFault(PerDay, config.LineOf(PerDay, "roll_up:"), "roll_up", "a mean of months is no percentile");
    }

    private static string Previous(string properties) =>
        $"  - {{ {properties}, title: Old, perspective: patients, groups: [urgent_and_emergency_care], owner: Us, feeds: [ae_attendance], "
        + "numerator: ae_attendances, unit: count, direction: increase, roll_up: sum, "
        + "basis: provider, levels: [provider], definition_source: A paper }";
}
