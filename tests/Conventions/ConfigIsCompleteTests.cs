using Stp.Etl.Config;
using Stp.Tests.Support;

namespace Stp.Tests.Conventions;

/// <summary>The repository's own config is what a partnership starts from: it holds nothing half done.</summary>
public sealed class ConfigIsCompleteTests
{
    /// <summary>Feeds that no KPI reads yet, each with its reason.</summary>
    private static readonly string[] FeedsWithoutKpi = [];

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
