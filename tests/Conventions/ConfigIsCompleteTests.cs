using Stp.Etl.Config;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Tests.Support;

namespace Stp.Tests.Conventions;

/// <summary>The repository's own config is what a partnership starts from: it holds nothing half done.</summary>
public sealed class ConfigIsCompleteTests
{
    /// <summary>Feeds that no KPI reads yet, each with its reason.</summary>
    private static readonly string[] FeedsWithoutKpi = [];

    /// <summary>KPIs that are judged by no trajectory, each with its reason.</summary>
    private static readonly Dictionary<string, string> KpisWithoutTrajectory = new(StringComparer.Ordinal)
    {
        ["agency_against_ceiling"] = "the ceiling is its plan, and moves by itself",
        ["rtt_completed_admitted_within_18_weeks"] = "its standard was dropped in 2015: history only",
        ["rtt_completed_non_admitted_within_18_weeks"] = "its standard was dropped in 2015: history only",
    };

    /// <summary>From this day on a trajectory's last point may stand for the end of the plan: it holds from there.</summary>
    private static readonly DateOnly LastYearOfThePlan = new(2020, 4, 1);

    private static StpConfig Config { get; } = ConfigReader.Read(BrokenConfig.RepositoryConfig);

    [Test]
    public void EveryKpi_HasGroupsASourceAndMeasures()
    {
        var measures = Config.Measures.Select(measure => measure.Name).ToHashSet();
        Assert.That(Config.Kpis, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var kpi in Config.Kpis)
            {
                Assert.That(kpi.Groups, Is.Not.Empty, kpi.Id);
                Assert.That(kpi.DefinitionSource, Is.Not.Empty, kpi.Id);
                Assert.That(measures, Does.Contain(kpi.Numerator), kpi.Id);
                Assert.That(kpi.Denominator is null || measures.Contains(kpi.Denominator), kpi.Id);
                Assert.That(kpi.Tolerance, Is.Not.Null, $"{kpi.Id} can be amber");
            }
        });
    }

    private static IEnumerable<TestCaseData> LevelsOfKpis() => Config.Kpis.SelectMany(kpi => kpi.Levels.Select(level => new TestCaseData(kpi.Id, level)));

    [TestCaseSource(nameof(LevelsOfKpis))]
    public void EveryKpi_HasABaselineAndATrajectoryForWhoeverHasAPlan(string kpi, Level level)
    {
        var lines = Config.PlanChanges.Where(change => change.Kpi == kpi && change.Level == level).ToList();
        var planned = lines.Select(change => change.Organisation).Distinct().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(planned, Is.Not.Empty);
            Assert.That(Of(PlanKind.Baseline), Is.EquivalentTo(planned), "baselines");
            if (KpisWithoutTrajectory.ContainsKey(kpi))
                Assert.That(Of(PlanKind.Trajectory), Is.Empty, "take it off the list");
            else
                Assert.That(Of(PlanKind.Trajectory), Is.EquivalentTo(planned.Except(NotAgreed())), "trajectories");
            Assert.That(
                lines.Where(change => change.Kind == PlanKind.Trajectory).GroupBy(change => change.Organisation)
                    .Where(points => points.Max(point => point.PeriodDate) < LastYearOfThePlan).Select(points => points.Key),
                Is.Empty, "trajectories that end before the plan does");
        });

        IEnumerable<string> Of(PlanKind kind) => lines.Where(change => change.Kind == kind).Select(change => change.Organisation).Distinct();

        // An organisation whose target is still to be agreed has no way to it yet.
        IEnumerable<string> NotAgreed() => lines
            .Where(change => change is { Kind: PlanKind.Target, Value: null })
            .Select(change => change.Organisation)
            .Except(Of(PlanKind.Trajectory));
    }

    [Test]
    public void EveryRevisionOfATrajectory_IsMadeAtEveryLevelThatHasOne()
    {
        var trajectories = Config.PlanChanges.Where(change => change.Kind == PlanKind.Trajectory).ToList();
        var missing =
            from line in trajectories
            where line.Level == Level.Partnership
            from level in trajectories.Where(other => other.Kpi == line.Kpi).Select(other => other.Level).Distinct()
            where !trajectories.Any(other => other.Kpi == line.Kpi && other.Level == level && other.ChangeId == line.ChangeId)
            select $"{line.ChangeId} {line.Kpi} {level}";

        Assert.That(missing.Distinct(), Is.Empty);
    }

    [Test]
    public void EveryTrajectory_EndsAtTheTargetOfItsOrganisation()
    {
        var astray =
            from lines in Config.PlanChanges.GroupBy(change => (change.Kpi, change.Level, change.Organisation))
            let end = Latest(lines, PlanKind.Trajectory)
            let target = Latest(lines, PlanKind.Target)
            where end is not null && target is not null && end != target
            select $"{lines.Key}: {end} is not {target}";

        Assert.That(astray, Is.Empty);

        static decimal? Latest(IEnumerable<PlanChange> lines, PlanKind kind) => lines
            .Where(change => change.Kind == kind)
            .OrderBy(change => change.EffectiveFrom).ThenBy(change => change.RecordedAt).ThenBy(change => change.PeriodDate)
            .LastOrDefault()?.Value;
    }

    [Test]
    public void EveryMeasure_IsUsedByAKpi()
    {
        var used = Config.Kpis.SelectMany(kpi => new[] { kpi.Numerator, kpi.Denominator });
        Assert.That(Config.Measures.Select(measure => measure.Name).Except(used), Is.Empty);
    }

    [Test]
    public void EveryFeed_IsUsedByAKpiOrNamedAsNot()
    {
        var used = Config.Kpis.SelectMany(kpi => kpi.Feeds);
        Assert.That(Config.Feeds.Select(feed => feed.Id).Except(used), Is.EquivalentTo(FeedsWithoutKpi));
    }

    [Test]
    public void EveryMeasure_SaysWhatItCounts() =>
        Assert.That(Config.Measures.Select(measure => measure.Description), Has.All.Length.GreaterThan(20));

    [Test]
    public void EveryFeed_StatesItsGrain() =>
        Assert.That(Config.Feeds.Select(feed => feed.Grain), Has.All.StartsWith("one row per "));
}
