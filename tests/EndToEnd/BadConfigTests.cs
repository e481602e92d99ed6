using Stp.Etl;
using Stp.Tests.Support;

namespace Stp.Tests.EndToEnd;

/// <summary>Mistakes in config and on the command line: told plainly, harmless, and gone when they are mended.</summary>
[TestFixture]
public sealed class BadConfigTests
{
    [TestCase("kpis/ae_attendances.yaml", "direction: decrease", "direction: [", ExitCode.Usage, "ae_attendances.yaml")]
    [TestCase("kpis/ae_attendances.yaml", "numerator: ae_attendances", "numerator: ae_visits", ExitCode.Usage, "ae_visits")]
    [TestCase("stp.yaml", "time_zone: Europe/London", "time_zone: Europe/Londn", ExitCode.Usage, "Europe/Londn")]
    [TestCase("measures/ae_attendances.sql", "mart.ae_attendance_basis_month", "mart.ae_attendance_basis_mont", ExitCode.Failed, "measures/ae_attendances.sql")]
    [TestCase("measures/ae_attendances.sql", "as bigint) as value", "as bigint) as number", ExitCode.Failed, "measures/ae_attendances.sql")]
    public void WrongFile_IsNamedAndNothingIsPublished(string file, string right, string wrong, int exitCode, string named)
    {
        using var place = Workplace.OfRefresh();
        var inService = place.InService;
        place.Change(file, right, wrong);

        var result = place.Stp("refresh");
        AssertPlain(result, exitCode, named);
        Assert.That(place.InService, Is.EqualTo(inService));
        AssertPlain(place.Stp("check"), ExitCode.Usage, named);

        place.Change(file, wrong, right);
        var mended = place.Stp("refresh");
        Assert.Multiple(() =>
        {
            Assert.That(mended.ExitCode, Is.Zero, mended.ToString());
            Assert.That(place.Stp("check").ExitCode, Is.Zero);
        });
    }

    [TestCase("feeds/ae_attendance.sql", "    Sex,", "    Sexx,", "Sexx")]
    [TestCase("feeds/ae_attendance.sql", "    Sex,\n", "", "no column Sex")]
    [TestCase("feeds/ae_monthly_return.tidy.sql", "breaches as", "braeches as", "braeches")]
    public void ColumnThatTheSourceLacks_FailsItsFeedOnly(string file, string right, string wrong, string named)
    {
        using var place = Workplace.OfSample();
        Assert.That(place.Stp("refresh", "--as-of", "2018-12-20").ExitCode, Is.Zero);
        var isAttendance = file.Contains("ae_attendance", StringComparison.Ordinal);
        var text = place.Read(file);
        place.Change(file, right, wrong);
        place.Drop("later.csv", "period,org_code,type,attendances,breaches,admissions\n2011-01-01,RJ1,1,100,10,5\n");

        var result = place.Stp("refresh");

        AssertPlain(result, ExitCode.DoneWithWarnings, named);
        var stale = place.Query<string>("select distinct kpi || ' ' || period_start_date || ' ' || status from scorecard.kpi_value where is_stale and period_kind = 'month'");
        var loaded = place.Query<long>("select count(*) from star.fact_ae_monthly_return where month_date = '2011-01-01'");
        Assert.Multiple(() =>
        {
            Assert.That(loaded, Is.EqualTo(new[] { isAttendance ? 1L : 0L }), "the other feed loads");
            Assert.That(stale, Is.Not.Empty.And.All.EndsWith("2018-12-01 grey"), "months that are whole stay good");
            Assert.That(stale.All(value => value.StartsWith("ae_four_hour_as_published", StringComparison.Ordinal) != isAttendance));
        });

        place.Write(file, text);
        var mended = place.Stp("refresh");
        Assert.That(mended.ExitCode, Is.Zero, mended.ToString());
        Assert.That(
            place.Query<string>("select distinct kpi from scorecard.kpi_value where is_stale"), Is.Empty);
    }

    [TestCase("no column Height", "", "--feed", "ae_attendance")]
    [TestCase("There is no feed nurses", "The feeds are ae_attendance, ae_monthly_return", "--feed", "nurses")]
    [TestCase("'31/12/2018' is no date", "2018-12-31", "--as-of", "31/12/2018")]
    [TestCase("nowhere", "", "--config", "nowhere")]
    [TestCase("--fuul", "", "--fuul")]
    public void WrongUsage_IsExplained(string words, string moreWords, params string[] options)
    {
        using var place = Workplace.OfSample();
        if (words.EndsWith("Height", StringComparison.Ordinal))
        {
            // A column that the feed names and its query does not give.
            place.Change("feeds/ae_attendance.yaml", "columns:\n", "columns:\n  - { name: Height, type: integer }\n");
            AssertPlain(place.Stp(["refresh", .. options]), ExitCode.DoneWithWarnings, words);
            return;
        }

        var result = place.Stp(["refresh", .. options]);

        AssertPlain(result, ExitCode.Usage, words);
        Assert.That(result.Text, Does.Contain(moreWords));
    }

    [TestCase(null, "STP_PSEUDONYM_KEY")]
    [TestCase("too-short-a-secret", "shorter than 32")]
    public void PersonalColumnOfAnotherSource_IsNotExtractedWithoutAKey(string? key, string words)
    {
        using var place = Workplace.OfSample();
        place.Change(
            "feeds/ae_monthly_return.yaml", "organisation_code, type: text, required: true, code: true, pattern: '[0-9A-Z]{3,6}'",
            "organisation_code, type: text, required: true, personal: pseudonymise");
        var environment = key is null ? [] : new Dictionary<string, string> { ["STP_PSEUDONYM_KEY"] = key };

        using var process = StpProcess.Start(place.Root, ["refresh"], environment);
        var result = process.Result();

        AssertPlain(result, ExitCode.DoneWithWarnings, words);
        Assert.Multiple(() =>
        {
            Assert.That(Directory.Exists(Path.Combine(place.Data.Landing, "ae_monthly_return")), Is.False);
            Assert.That(result.Text, Does.Not.Contain("too-short-a-secret"));
        });
    }

    internal static void AssertPlain(StpResult result, int exitCode, string words)
    {
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.ToString());
            Assert.That(result.Text, Does.Contain(words).And.Not.Contain("   at ").And.Not.Contain("Unhandled").And.Not.Contain(".."), result.ToString());
        });
    }
}
