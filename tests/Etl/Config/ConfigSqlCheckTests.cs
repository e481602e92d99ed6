using Stp.Etl;
using Stp.Etl.Config;
using Stp.Scorecard.Kpis;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

/// <summary>A measure whose columns are not a measure's is found before any data move.</summary>
[TestFixture]
public sealed class ConfigSqlCheckTests
{
    private const string Right = "select date '2018-12-01' as month_date, 'provider' as basis, 1 as organisation_key, 1.5 as value";

    [TestCase("date '2018-12-01' as month_date", "'2018-12-01' as month_date", "selects month_date as varchar, not as a date.")]
    [TestCase("'provider' as basis", "1 as basis", "selects basis as integer, not as a text.")]
    [TestCase("1 as organisation_key", "'RJ1' as organisation_key", "selects organisation_key as varchar, not as a whole number.")]
    [TestCase("1.5 as value", "'many' as value", "selects value as varchar, not as a number.")]
    [TestCase("1.5 as value", "1.5 as value, 'week' as band", "selects band as varchar, not as a whole number.")]
    [TestCase("1.5 as value", "1.5 as value, 1 as weeks", "selects weeks, which no measure has.")]
    [TestCase("1.5 as value", "1.5 as number", "does not select value.")]
    [TestCase("1.5 as value", "1.5 as value from star.nothing", "nothing")]
    public void ColumnsThatAreNotAMeasures_AreFaults(string right, string wrong, string words) =>
        Assert.That(
            Faults(Right.Replace(right, wrong, StringComparison.Ordinal)).Select(fault => fault.ToString()),
            Has.Some.StartsWith("config/measures/some.sql").And.Some.Contains(words));

    [TestCase("")]
    [TestCase(", 3 as band")]
    public void ColumnsOfAMeasure_AreNone(string more) => Assert.That(Faults(Right + more), Is.Empty);

    [TestCase("", 1)]
    [TestCase(", 3 as band", 0)]
    public void MeasureOfAPercentile_HasABand(string more, int faults)
    {
        using var data = new TempFolder();
        var median = Repository.Config.Kpis[0] with { Numerator = "some", Denominator = null, Percentile = new Percentile(0.5m, 52) };
        var config = Repository.Config with { Feeds = [], Kpis = [median], Measures = [new MeasureSql("some", "Some.", Right + more, "measures/some.sql")] };

        Assert.That(
            new ConfigSqlCheck(config, new DataFolder(data.Path), CancellationToken.None).Faults().Where(fault => fault.Message.StartsWith("does not select band", StringComparison.Ordinal)),
            Has.Exactly(faults).Items);
    }

    private static IReadOnlyList<ConfigFault> Faults(string sql)
    {
        using var data = new TempFolder();
        var config = Repository.Config with { Feeds = [], Measures = [new MeasureSql("some", "Some.", sql, "measures/some.sql")] };
        return new ConfigSqlCheck(config, new DataFolder(data.Path), CancellationToken.None).Faults();
    }
}
