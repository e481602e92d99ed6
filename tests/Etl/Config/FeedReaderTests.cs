using Stp.Etl.Config;
using Stp.Etl.Feeds;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class FeedReaderTests
{
    private const string Attendance = "feeds/ae_attendance.yaml";
    private const string Return = "feeds/ae_monthly_return.yaml";

    [TestCase("id: ae_attendance", "id: ae_attendances", "id", "is not the file's name. Write ae_attendance")]
    [TestCase("source: activity", "source: activty", "source", "Did you mean 'activity'?")]
    [TestCase("source: activity", "source: returns", "source", "a source of kind files, which has no mode timestamp")]
    [TestCase("mode: timestamp", "mode: timestmp", "mode", "Write one of: timestamp, census, files.")]
    [TestCase("column: ModifiedAt,", "column: ModfiedAt,", "watermark.column", "Did you mean 'ModifiedAt'?")]
    [TestCase("column: ModifiedAt,", "column: SiteCode,", "watermark.column", "lands as text")]
    [TestCase("lag_days: 3", "lag_days: -1", "watermark.lag_days", "Write 0 or more")]
    [TestCase("lag_days: 3", "lag_day: 3, lag_days: 3", "watermark.lag_day", "Did you mean 'lag_days'?")]
    [TestCase("key: [AttendanceId]", "key: []", "key", "is an empty list")]
    [TestCase("key: [AttendanceId]", "key: AttendanceId", "key", "is a single value, not a list")]
    [TestCase("key: [AttendanceId]", "key: [AttendanceId, AttendanceId]", "key[2]", "is in the list twice")]
    [TestCase("key: [AttendanceId]", "key: [NhsNumber]", "key[1]", "Write PatientPseudonym.")]
    [TestCase("key: [AttendanceId]", "key: [LocalPatientId]", "key[1]", "is dropped and never lands")]
    [TestCase("business_date: ArrivedAt", "business_date: BirthDate", "business_date", "Write AgeBand.")]
    [TestCase("business_date: ArrivedAt", "business_date: AgeBand", "business_date", "lands as text")]
    [TestCase("fresh_for_days: 3", "fresh_for_days: -1", "fresh_for_days", "Write 0 or more")]
    [TestCase("share: 0.005", "share: 1.5", "reject_limit.share", "Write 1 or less")]
    [TestCase("share: 0.005", "share: half", "reject_limit.share", "'half' is not a number")]
    [TestCase("- { name: departs_after_arrival,", "- { name: DepartsAfter,", "rules[1].name", "is not an id")]
    [TestCase("sql: DepartedAt >= ArrivedAt", "sql: DepartedAt >= ArrivedAt; select 1", "rules[1].sql", "holds no ';'")]
    public void BrokenFeed_IsTheOnlyFault(string old, string replacement, string field, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Attendance, old, replacement);
        config.HasOnlyFault(Attendance, line, field, message);
    }

    [TestCase("query: ae_monthly_return.tidy.sql", "query: ../stp.yaml", "is not the name of a query file")]
    [TestCase("query: ae_monthly_return.tidy.sql", "query: ae_monthly_return.tdy.sql", "Did you mean 'ae_monthly_return.tidy.sql'?")]
    public void LayoutWithoutItsQuery_IsAFaultBesideTheUnreadFile(string old, string replacement, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Return, old, replacement);
        var faults = config.Faults();
        var expected = new[] { ("feeds/ae_monthly_return.tidy.sql", 0), (Return, line) };
        Assert.That(faults.Select(fault => (fault.File, fault.Line)), Is.EqualTo(expected));
        Assert.That(faults[1].ToString(), Does.Contain("layouts[1].query").And.Contain(message));
        Assert.That(faults[0].Message, Does.Contain("nothing reads"));
    }

    [Test]
    public void LayoutsOfTheSameName_AreAFault()
    {
        using var config = new BrokenConfig();
        config.Replace(Return, "name: monthly_2019", "name: tidy");
        config.HasOnlyFault(Return, config.LineOf(Return, "layouts:"), "layouts", "'tidy' 2 times");
    }

    [Test]
    public void LayoutsOfTheSameColumns_AreAFault()
    {
        using var config = new BrokenConfig();
        const string Columns = "[type, period, org_code, attendances, breaches, admissions]";
        const string Again = $"  - {{ name: again, columns: {Columns}, query: ae_monthly_return.tidy.sql }}";
        config.Replace(Return, "  - name: monthly_2019", $"{Again}\n  - name: monthly_2019");
        config.HasOnlyFault(Return, config.LineOf(Return, "layouts:"), "layouts", "tidy and again are recognised by the same columns");
    }

    [Test]
    public void FilesFeedWithoutLayouts_IsAFault()
    {
        using var config = new BrokenConfig();
        var text = config.ReadText(Return);
        var start = text.IndexOf("layouts:", StringComparison.Ordinal);
        var layouts = text[start..text.IndexOf("columns:\n  - { name: period_date", StringComparison.Ordinal)];
        config.Write(Return, text.Replace(layouts, string.Empty, StringComparison.Ordinal));
        config.Delete("feeds/ae_monthly_return.tidy.sql");
        config.Delete("feeds/ae_monthly_return.monthly_2019.sql");
        config.HasOnlyFault(Return, 1, "layouts", "mode files recognises files by it");
    }

    [Test]
    public void TimestampFeedWithoutWatermark_IsAFault()
    {
        using var config = new BrokenConfig();
        config.Replace(Attendance, "watermark: {", "# {");
        config.HasOnlyFault(Attendance, 1, "watermark", "mode timestamp goes by it");
    }

    [Test]
    public void CensusFeedWithoutWatermark_IsAFault()
    {
        using var config = new BrokenConfig();
        config.Replace(Attendance, "mode: timestamp", "mode: census");
        config.Replace(Attendance, "watermark: {", "# {");
        config.HasOnlyFault(Attendance, 1, "watermark", "mode census goes by it");
    }

    [Test]
    public void FilesFeedWithWatermark_IsAFault()
    {
        using var config = new BrokenConfig();
        var line = config.Append(Return, "watermark: { column: period_date, lag_days: 0 }");
        config.HasOnlyFault(Return, line, "watermark", "has no effect in mode files");
    }

    [TestCase("", 0, "is empty")]
    [TestCase("-- nothing but @window_start and @window_end\n", 0, "comments but no statement")]
    [TestCase("select 1 from t where x >= @window_start\n", 0, "does not use @window_end")]
    [TestCase("select 1 from t where x < @window_end -- and x >= @window_start\n", 0, "does not use @window_start")]
    [TestCase(
        "select 1\nfrom t where x >= @window_start and x < @window_end;\nselect 2",
        2, "a ';' ends the statement before the file's end")]
    [TestCase("select 1\nfrom t where x >= @window_start and x < @window_end and y = 'open", 2, "never ends")]
    public void BrokenQuery_IsTheOnlyFault(string sql, int line, string message)
    {
        using var config = new BrokenConfig();
        config.Write("feeds/ae_attendance.sql", sql);
        config.HasOnlyFault("feeds/ae_attendance.sql", line, string.Empty, message);
    }

    [Test]
    public void MissingQuery_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        config.Delete("feeds/ae_attendance.sql");
        config.HasOnlyFault("feeds/ae_attendance.sql", 0, string.Empty, "is missing");
    }

    [Test]
    public void PseudonymWithoutKey_IsAFaultUnlessTheSampleBringsIt()
    {
        using var config = new BrokenConfig();
        config.Replace("stp.yaml", "secrets:", "#");
        config.Replace("stp.yaml", "  pseudonym_key:", "#");
        Assert.That(config.Faults(), Is.Empty);

        const string Code = "name: organisation_code, type: text, ";
        config.Replace(Return, $"{Code}required: true, code: true, pattern: '[0-9A-Z]{{3,6}}'", $"{Code}personal: pseudonymise");
        config.HasOnlyFault(Return, config.LineOf(Return, "columns:\n  - { name: period_date"), "columns", "there is no key");
    }

    [Test]
    public void RepositoryFeeds_AreReadAsWritten()
    {
        using var config = new BrokenConfig();
        var feeds = config.Read().Feeds;
        var attendance = feeds.Single(feed => feed.Id == "ae_attendance");
        var monthly = feeds.Single(feed => feed.Id == "ae_monthly_return");
        Assert.Multiple(() =>
        {
            Assert.That(attendance.Mode, Is.EqualTo(FeedMode.Timestamp));
            Assert.That(attendance.Watermark, Is.EqualTo(new WatermarkSpec("ModifiedAt", TimeSpan.FromDays(3))));
            Assert.That(attendance.RejectLimit.Share, Is.EqualTo(0.005m));
            Assert.That(attendance.Query, Does.Contain("@window_start"));
            Assert.That(attendance.Rules, Is.EqualTo(new[] { new RowRule("departs_after_arrival", "DepartedAt >= ArrivedAt") }));
            Assert.That(monthly.Query, Is.Null);
            Assert.That(monthly.Layouts.Select(layout => layout.Name), Is.EqualTo(new[] { "tidy", "monthly_2019" }));
            Assert.That(monthly.Layouts[0].Recognised, Does.Contain("org_code").And.Count.EqualTo(6));
            Assert.That(monthly.Layouts[0].QueryFile, Is.EqualTo("feeds/ae_monthly_return.tidy.sql"));
        });
    }

    [Test]
    public void FeedThatIsNoYaml_DoesNotBlameItsQueries()
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Return, "title: A&E monthly return", "title: [A&E monthly return");
        var faults = config.Faults();
        Assert.That(faults, Has.Count.EqualTo(1), string.Join('\n', faults));
        Assert.That(faults[0].File, Is.EqualTo(Return));
        Assert.That(faults[0].Line, Is.GreaterThanOrEqualTo(line));
        Assert.That(faults[0].Message, Does.StartWith("is not YAML"));
    }
}
