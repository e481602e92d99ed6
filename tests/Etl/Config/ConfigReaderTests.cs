using Stp.Etl.Config;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class ConfigReaderTests
{
    [Test]
    public void RepositoryConfig_IsValid() =>
        Assert.That(ConfigReader.Read(BrokenConfig.RepositoryConfig).Directory, Is.EqualTo(BrokenConfig.RepositoryConfig));

    [Test]
    public void ManyFilesBroken_AllFaultsAreReportedAtOnce()
    {
        using var config = new BrokenConfig();
        config.Replace("stp.yaml", "as_of: 2018-12-31", "as_of: someday");
        config.Replace("stp.yaml", "scale: 1 ", "scale: -1 ");
        config.Replace("organisations.csv", "SLaM,provider,", "SLaM,trust,");
        config.Replace("feeds/ae_attendance.yaml", "fresh_for_days: 3", "fresh_for_days: three");
        config.Replace("feeds/ae_attendance.yaml", "name: SiteCode, type: text", "name: SiteCode, type: txt");
        config.Write("feeds/ae_monthly_return.yaml", "id: [");
        config.Write("measures/ae_attendances.sql", string.Empty);
        config.Replace("kpis/ae_four_hour.yaml", "direction: increase", "direction: upwards");
        config.Append("groups.yaml", "extra: true");
        config.Append("plans/changes.csv", "too,few,fields");
        config.Write("kpis/new.yml", "id: new\n");

        var exception = Assert.Throws<ConfigException>(() => config.Read());

        var places = exception!.Faults.Select(fault => $"{fault.File} {fault.Field}".TrimEnd());
        Assert.That(places, Is.EqualTo(new[]
        {
            "feeds/ae_attendance.yaml fresh_for_days",
            "feeds/ae_attendance.yaml columns[5].type",
            "feeds/ae_monthly_return.yaml",
            "groups.yaml extra",
            "kpis/ae_four_hour.yaml direction",
            "kpis/new.yml",
            "measures/ae_attendances.sql",
            "organisations.csv level",
            "plans/changes.csv",
            "stp.yaml as_of",
            "stp.yaml sample.scale",
        }));
        var lines = exception.Message.Split('\n');
        Assert.That(lines[0], Is.EqualTo("The configuration has 11 faults:"));
        Assert.That(lines.Skip(1), Is.EqualTo(exception.Faults.Select(fault => fault.ToString())));
    }

    [Test]
    public void MissingDirectory_SaysWhereItLooked()
    {
        using var config = new BrokenConfig();
        var missing = config.PathOf("elsewhere");
        var fault = Assert.Throws<ConfigException>(() => ConfigReader.Read(missing))!.Faults.Single();
        Assert.That(fault.ToString(), Does.Contain($"there is no directory {missing}.").And.Contain("--config"));
    }

    [Test]
    public void DirectoryWithoutSettings_SaysWhereItLooked()
    {
        using var config = new BrokenConfig();
        config.Delete("stp.yaml");
        config.HasOnlyFault("stp.yaml", 0, string.Empty, $"is not in {config.Directory}.");
    }

    [TestCase("organisations.csv", "Its first line is: ods_code,")]
    [TestCase("groups.yaml", "Write the list of groups")]
    [TestCase("plans/changes.csv", "Its first line is: change_id,")]
    public void MissingFile_IsTheOnlyFault(string file, string message)
    {
        using var config = new BrokenConfig();
        config.Delete(file);
        config.HasOnlyFault(file, 0, string.Empty, message);
    }

    [TestCase("kpis/ae_extra.yml", "call it kpis/ae_extra.yaml")]
    [TestCase("feeds/ae_attendance.old.sql", "a file that nothing reads")]
    [TestCase("setings.yaml", "a file that nothing reads")]
    public void FileThatNothingReads_IsTheOnlyFault(string file, string message)
    {
        using var config = new BrokenConfig();
        config.Write(file, "id: x\n");
        config.HasOnlyFault(file, 0, string.Empty, message);
    }

    [TestCase("README.md")]
    [TestCase("kpis/.ae_four_hour.yaml.swp")]
    [TestCase("stp.yaml~")]
    public void NotesAndBackups_AreLeftAlone(string file)
    {
        using var config = new BrokenConfig();
        config.Write(file, "[");
        Assert.That(config.Faults(), Is.Empty);
    }

    [Test]
    public void FileInAnotherEncoding_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        File.WriteAllBytes(config.PathOf("kpis/ae_attendances.yaml"), [.. "title: A"u8, 0xE9, .. "\n"u8]);
        config.HasOnlyFault("kpis/ae_attendances.yaml", 0, string.Empty, "Save it with the encoding UTF-8.");
    }

    [Test]
    public void ByteOrderMark_IsPassedOver()
    {
        using var config = new BrokenConfig();
        foreach (var file in new[] { "stp.yaml", "organisations.csv", "kpis/ae_attendances.yaml", "measures/ae_attendances.sql" })
        {
            config.Write(file, '\uFEFF' + config.ReadText(file));
        }

        Assert.That(config.Faults(), Is.Empty);
    }
}
