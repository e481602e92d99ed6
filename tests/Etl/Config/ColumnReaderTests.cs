using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Etl.Config;

public sealed class ColumnReaderTests
{
    private const string Attendance = "feeds/ae_attendance.yaml";
    private const string Site = "  - { name: SiteCode, type: text, code: true }";

    [TestCase("{ name: SiteCode }", "type", "is missing. Add 'type: …'.")]
    [TestCase(
        "{ name: SiteCode, type: string }",
        "type", "Write one of: text, boolean, integer, bigint, double, date, timestamp, decimal(18,2).")]
    [TestCase("{ name: SiteCode, type: 'decimal(39,2)' }", "type", "1 to 38 digits")]
    [TestCase("{ name: SiteCode, type: 'decimal(5,6)' }", "type", "'decimal(5,6)'")]
    [TestCase("{ name: SiteCode, type: text, requird: true }", "requird", "Did you mean 'required'?")]
    [TestCase("{ name: SiteCode, type: text, required: yes }", "required", "'yes' is not true or false")]
    [TestCase("{ name: Site Code, type: text }", "name", "Write lands_as with letters")]
    [TestCase("{ name: SiteCode, type: text, lands_as: site-code }", "lands_as", "'site-code'")]
    [TestCase("{ name: SiteCode, type: integer, code: true }", "code", "only a column that lands as text")]
    [TestCase("{ name: SiteCode, type: text, code: true, allowed: [RJ1, rjz] }", "allowed[2]", "Write RJZ.")]
    [TestCase("{ name: SiteCode, type: integer, allowed: [1, two] }", "allowed[2]", "'two' is not a value of type integer")]
    [TestCase("{ name: SiteCode, type: integer, minimum: '0.5' }", "minimum", "'0.5' is not a value of type integer")]
    [TestCase("{ name: SiteCode, type: bigint, minimum: '2', maximum: '1' }", "maximum", "1 is below minimum, 2")]
    [TestCase("{ name: SiteCode, type: 'decimal(5,2)', maximum: '1000' }", "maximum", "not a value of type decimal(5,2)")]
    [TestCase("{ name: SiteCode, type: date, null_when: [01/01/1900] }", "null_when[1]", "Write one such as '2018-12-31'.")]
    [TestCase("{ name: SiteCode, type: timestamp, maximum: '2018-12-31 25:00' }", "maximum", "not a value of type timestamp")]
    [TestCase("{ name: SiteCode, type: text, minimum: A }", "minimum", "a bound needs a column of numbers")]
    [TestCase("{ name: SiteCode, type: integer, pattern: '[0-9]+' }", "pattern", "only a column that lands as text")]
    [TestCase("{ name: SiteCode, type: text, pattern: '[0-9' }", "pattern", "'[0-9' is not a simple regular expression. Write one such as")]
    [TestCase("{ name: SiteCode, type: text, pattern: '(?=R)R.*' }", "pattern", "not a simple regular expression")]
    [TestCase("{ name: SiteCode, type: text, pattern: 'R\\Z' }", "pattern", "not a simple regular expression")]
    [TestCase("{ name: SiteCode, type: text, personal: drop, pattern: A }", "pattern", "nothing of a dropped column lands")]
    [TestCase("{ name: SiteCode, type: text, personal: hide }", "personal", "Write one of: pseudonymise, band, drop.")]
    [TestCase("{ name: SiteCode, type: text, personal: none }", "personal", "Write one of: pseudonymise, band, drop.")]
    [TestCase("{ name: SiteCode, type: text, personal: band }", "band", "Write one of: age, postcode_area.")]
    [TestCase("{ name: SiteCode, type: text, band: postcode_area }", "band", "has no effect")]
    [TestCase("{ name: SiteCode, type: date, personal: band, band: age }", "band_at", "an age is taken on a day")]
    [TestCase("{ name: SiteCode, type: date, personal: band, band: age, band_at: Sex }", "band_at", "lands as text")]
    [TestCase("{ name: SiteCode, type: text, personal: band, band: age, band_at: ArrivedAt }", "type", "Write date.")]
    [TestCase("{ name: SiteCode, type: bigint, personal: band, band: postcode_area }", "type", "a postcode is a text")]
    [TestCase("{ name: SiteCode, type: text, personal: band, band: postcode_area, band_at: ArrivedAt }", "band_at", "has no effect")]
    [TestCase("{ name: SiteCode, type: text, personal: drop, required: true }", "required", "nothing of a dropped column lands")]
    [TestCase("{ name: SiteCode, type: text, personal: pseudonymise, allowed: [A] }", "allowed[1]", "only a pseudonym of the value lands")]
    public void BrokenColumn_IsTheOnlyFault(string column, string property, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Attendance, Site, $"  - {column}");
        config.HasOnlyFault(Attendance, line, $"columns[5].{property}", message);
    }

    [Test]
    public void NameThatDiffersInCaseOnly_IsAFaultOfTheLaterColumn()
    {
        using var config = new BrokenConfig();
        config.Replace(Attendance, Site, "  - { name: SiteCode, type: text, lands_as: sex }");
        var line = config.LineOf(Attendance, "name: Sex,");
        config.HasOnlyFault(Attendance, line, "columns[13].lands_as", "another column lands as sex already");
    }

    [Test]
    public void ColumnNamedTwice_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Attendance, Site, $"{Site}\n  - {{ name: SiteCode, type: text, lands_as: Site2 }}");
        config.HasOnlyFault(Attendance, line + 1, "columns[6].name", "there is a column SiteCode already");
    }

    [Test]
    public void ColumnThatIsNoMap_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Attendance, Site, "  - SiteCode");
        config.HasOnlyFault(Attendance, line, "columns[5]", "is a single value, not properties");
    }

    [TestCase("NhsNumber", "PatientPseudonym", LandingType.Uuid, PersonalTreatment.Pseudonymise, BandKind.None)]
    [TestCase("BirthDate", "AgeBand", LandingType.Text, PersonalTreatment.Band, BandKind.Age)]
    [TestCase("Postcode", "PostcodeArea", LandingType.Text, PersonalTreatment.Band, BandKind.PostcodeArea)]
    [TestCase("ArrivedAt", "ArrivedAt", LandingType.Timestamp, PersonalTreatment.None, BandKind.None)]
    public void RepositoryColumn_LandsInItsTreatedType(
        string name, string landsAs, LandingType type, PersonalTreatment personal, BandKind band)
    {
        using var config = new BrokenConfig();
        var column = config.Read().Feeds.Single(feed => feed.Id == "ae_attendance").Columns.Single(each => each.Name == name);
        Assert.That((column.LandsAs, column.Type, column.Personal, column.Band), Is.EqualTo((landsAs, type, personal, band)));
    }

    [Test]
    public void DecimalType_KeepsPrecisionAndScale()
    {
        using var config = new BrokenConfig();
        const string Bounded = "  - { name: SiteCode, type: 'decimal(18,2)', minimum: '-0.50', maximum: '1000', null_when: ['', '-1'] }";
        config.Replace(Attendance, Site, Bounded);
        var faults = config.Faults();
        Assert.That(faults, Is.Empty);
        var column = config.Read().Feeds.Single(feed => feed.Id == "ae_attendance").Columns.Single(each => each.Name == "SiteCode");
        Assert.That((column.Type, column.Precision, column.Scale), Is.EqualTo((LandingType.Decimal, 18, 2)));
        Assert.That((column.Minimum, column.Maximum), Is.EqualTo(("-0.50", "1000")));
        Assert.That(column.NullWhen, Is.EqualTo(new[] { string.Empty, "-1" }));
    }
}
