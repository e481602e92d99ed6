using Stp.Etl.Config;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class SettingsReaderTests
{
    private const string Settings = "stp.yaml";

    [TestCase(
        "partnership: SEL ", "partnership: SOL ",
        "partnership", "there is no organisation 'SOL'. Did you mean 'SEL'?", TestName = "Partnership that is no organisation")]
    [TestCase(
        "partnership: SEL ", "partnership: RJ1 ",
        "partnership", "not at level partnership", TestName = "Partnership that is a provider")]
    [TestCase("Europe/London", "Europe/Londn", "time_zone", "Did you mean 'Europe/London'?", TestName = "Unknown time zone")]
    [TestCase("as_of: 2018-12-31", "as_of: 31/12/2018", "as_of", "'31/12/2018' is not a date", TestName = "Date in another form")]
    [TestCase("as_of: 2018-12-31", "as_of: 2018-02-30", "as_of", "'2018-02-30' is not a date", TestName = "Day that does not exist")]
    [TestCase("as_of: 2018-12-31", "as_of:", "as_of", "has no value", TestName = "Property without a value")]
    [TestCase("from: 2015-04", "from: April 2015", "plan_period.from", "such as 2018-12", TestName = "Month in words")]
    [TestCase("to: 2021-03", "to: 2015-03", "plan_period.to", "is before from, 2015-04", TestName = "Plan that ends before it begins")]
    [TestCase(
        "kind: files", "kind: file",
        "sources.returns.kind", "Write one of: sample, files.", TestName = "Kind of source that does not exist")]
    [TestCase("returns: { kind: files }", "returns: files", "sources.returns", "not properties", TestName = "Source without properties")]
    [TestCase("seed: 2016", "seed: many", "sample.seed", "'many' is not a whole number", TestName = "Text where a number should be")]
    [TestCase("seed: 2016", "seed: '2016'", "sample.seed", "because of its quotes", TestName = "Number in quotes")]
    [TestCase("scale: 1 ", "scale: 0 ", "sample.scale", "above 0", TestName = "Scale of nothing")]
    [TestCase("scale: 1 ", "scale: 0,5 ", "sample.scale", "with a dot", TestName = "Decimal comma")]
    [TestCase(
        "published_snapshots: 3", "published_snapshots: 1",
        "retention.published_snapshots", "Write 2 or more", TestName = "No snapshot to roll back to")]
    [TestCase(
        "published_snapshots: 3", "published_snapshots: [3]",
        "retention.published_snapshots", "is a list, not a single value", TestName = "List where a value should be")]
    [TestCase(
        "  published_snapshots: 3", "  published_snapshot: 3\n  published_snapshots: 3",
        "retention.published_snapshot", "Did you mean 'published_snapshots'?", TestName = "Unknown property beside the right one")]
    [TestCase(
        "variable: STP_PSEUDONYM_KEY", "variable: STP_PSEUDONYM_KEY, file: key.txt",
        "secrets.pseudonym_key.variable", "either variable or file", TestName = "Key in two places")]
    [TestCase(
        "{ variable: STP_PSEUDONYM_KEY }", "{}",
        "secrets.pseudonym_key.variable", "either variable or file", TestName = "Key in no place")]
    public void BrokenSetting_IsTheOnlyFault(string old, string replacement, string field, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Settings, old, replacement);
        config.HasOnlyFault(Settings, line, field, message);
    }

    [TestCase("partnership: SEL ", "#", "partnership")]
    [TestCase("time_zone: Europe/London", "", "time_zone")]
    public void MissingSetting_IsTheOnlyFault(string old, string replacement, string field)
    {
        using var config = new BrokenConfig();
        config.Replace(Settings, old, replacement);
        var faults = config.Faults();
        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0].Field, Is.EqualTo(field));
        Assert.That(faults[0].ToString(), Does.Contain($"is missing. Add '{field}: …'."));
    }

    [Test]
    public void PropertyWrittenTwice_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        var line = config.Append(Settings, "time_zone: UTC");
        config.HasOnlyFault(Settings, line, "time_zone", "is there twice, on line");
    }

    [Test]
    public void KeyInPlaceOfItsVariable_IsNotRepeated()
    {
        const string Key = "c2VjcmV0IGtleQ==";
        using var config = new BrokenConfig();
        var line = config.Replace(Settings, "variable: STP_PSEUDONYM_KEY", $"variable: {Key}");
        config.HasOnlyFault(Settings, line, "secrets.pseudonym_key.variable", "never the key");
        Assert.That(config.Faults()[0].ToString(), Does.Not.Contain(Key));
    }

    [Test]
    public void RepositorySettings_AreReadAsWritten()
    {
        using var config = new BrokenConfig();
        var settings = config.Read();
        Assert.Multiple(() =>
        {
            Assert.That(settings.Partnership, Is.EqualTo("SEL"));
            Assert.That(settings.TimeZone.IsDaylightSavingTime(new DateTime(2018, 7, 1)), Is.True);
            Assert.That(settings.AsOf, Is.EqualTo(new DateOnly(2018, 12, 31)));
            Assert.That(settings.PlanPeriod.From.ToString(), Is.EqualTo("2015-04"));
            Assert.That(settings.PlanPeriod.To.ToString(), Is.EqualTo("2021-03"));
            Assert.That(settings.Retention.PublishedSnapshots, Is.EqualTo(3));
            Assert.That(settings.PseudonymKey, Is.EqualTo(new PseudonymKeySettings("STP_PSEUDONYM_KEY", null)));
            Assert.That(settings.Sources["returns"], Is.EqualTo(new SourceSettings("returns", SourceKind.Files)));
            Assert.That(settings.UsesSample, Is.True);
        });
    }

    [Test]
    public void AsOfLeftOut_MeansToday()
    {
        using var config = new BrokenConfig();
        config.Replace(Settings, "as_of: 2018-12-31", "#");
        Assert.That(config.Read().AsOf, Is.Null);
    }
}
