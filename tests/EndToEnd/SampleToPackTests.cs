using System.Runtime.Versioning;
using System.Text.Json;
using Stp.Etl;

namespace Stp.Tests.EndToEnd;

/// <summary>From nothing to a published snapshot and back out of it, by the commands that an operator and an analyst type.</summary>
[TestFixture]
public sealed class SampleToPackTests
{
    [Test]
    public void FirstRefresh_MakesTheSampleAndPublishes()
    {
        using var place = Workplace.EmptyWithAllKpis();

        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Directory.GetFiles(Path.Combine(place.Data.Packs, "2018-12", "urgent_and_emergency_care")), Has.Some.EndsWith("scorecard.png"));
            Assert.That(result.Output, Does.Contain($"Published {place.InService} in "));
            Assert.That(result.Error, Is.Empty);
            Assert.That(place.Query<long>("select count(*) from scorecard.kpi_value"), Has.All.GreaterThan(5000));
        });
    }

    [Test]
    public void SecondRefresh_ChangesNothingAndSaysSo()
    {
        using var place = Workplace.OfRefresh();
        var (inService, publications) = (place.InService, place.Data.Publications.Ids());

        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.Contain("Nothing changed"));
            Assert.That(place.InService, Is.EqualTo(inService));
            Assert.That(place.Data.Publications.Ids(), Is.EqualTo(publications));
            Assert.That(result.Took, Is.LessThan(TimeSpan.FromSeconds(20)));
        });
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has a pointer file in place of the link.")]
    [UnsupportedOSPlatform("windows")]
    public void PublishedFile_IsReadOnlyAndAlone()
    {
        using var place = Workplace.OfRefresh();
        var published = place.Data.Published;
        var link = new FileInfo(Path.Combine(published.Directory, "warehouse.duckdb"));

        Assert.Multiple(() =>
        {
            Assert.That(
                File.GetUnixFileMode(published.FileOf(place.InService!)),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead));
            Assert.That(link.LinkTarget, Is.EqualTo(Path.GetFileName(published.FileOf(place.InService!))), "a link that moves with its folder");
            Assert.That(Directory.GetFiles(published.Directory), Has.Length.EqualTo(2), "the snapshot and its link");
        });
    }

    [Test]
    public void PublishedViews_ReferToNoOtherFile()
    {
        using var place = Workplace.OfRefresh();

        Assert.That(place.Query<string>("select sql from duckdb_views() where not internal"), Has.None.Contains("parquet").And.None.Contains("landing"));
    }

    [TestCase("table", "short_name")]
    [TestCase("csv", "short_name,value")]
    [TestCase("markdown", "| short_name")]
    public void Query_WritesEachFormat(string format, string beginning)
    {
        using var place = Workplace.OfRefresh();

        var result = place.Stp("query", "--format", format, "select short_name, value from mart.kpi_month order by all limit 3");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.StartWith(beginning));
        });
    }

    [Test]
    public void Json_IsJson()
    {
        using var place = Workplace.OfRefresh();

        var query = Parsed("query", "--json", "select kpi, value from scorecard.kpi_value where status = 'grey'");
        var status = Parsed("status", "--json");
        var check = Parsed("check", "--json");

        Assert.Multiple(() =>
        {
            Assert.That(query.GetArrayLength(), Is.GreaterThan(0));
            Assert.That(status.GetProperty("in_service").GetProperty("publication_id").GetString(), Is.EqualTo(place.InService));
            Assert.That(check.GetProperty("valid").GetBoolean(), Is.True);
        });

        JsonElement Parsed(params string[] arguments)
        {
            var result = place.Stp(arguments);
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            return JsonDocument.Parse(result.Output).RootElement;
        }
    }

    [Test]
    public void QueryAsPublished_ReadsTheRecord()
    {
        using var place = Workplace.OfRefresh();

        var today = place.Stp("query", "--as-published", "2999-01-01", "select publication_id from scorecard.publication");
        var before = place.Stp("query", "--as-published", "2001-01-01", "select 1");

        Assert.Multiple(() =>
        {
            Assert.That(today.Output, Does.Contain(place.InService), today.ToString());
            Assert.That(before.ExitCode, Is.EqualTo(ExitCode.Failed));
            Assert.That(before.Error, Does.Contain("Nothing was published by the end of 2001-01-01"));
        });
    }

    [TestCase("drop table scorecard.kpi_value")]
    [TestCase("copy (select 1) to 'written.csv'")]
    [TestCase("attach 'written.duckdb' as written")]
    [TestCase("select * from read_csv('/etc/hostname')")]
    [TestCase("set enable_external_access = true")]
    public void Query_NeitherWritesNorReadsFiles(string sql)
    {
        using var place = Workplace.OfRefresh();

        foreach (var when in new[] { Array.Empty<string>(), ["--as-published", "2999-01-01"] })
        {
            var result = place.Stp(["query", .. when, sql]);

            // The record of a publication is shown in memory, where a drop harms nothing.
            Assert.That(result.ExitCode, Is.EqualTo(sql.StartsWith("drop", StringComparison.Ordinal) && when.Length > 0 ? 0 : 1), result.ToString());
        }

        Assert.That(Directory.GetFiles(place.Root), Is.Empty);
    }

    [TestCase("select cast('x' || range as integer) from range(3)", "Conversion Error")]
    [TestCase("select 1 / (range - 5000)::decimal, error('no') from range(9000) where range > 8000", "no")]
    [TestCase("selec", "Parser Error")]
    public void QueryThatFails_SaysWhyInOneLine(string sql, string words)
    {
        using var place = Workplace.OfRefresh();

        var result = place.Stp("query", sql);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
            Assert.That(result.Error, Does.Contain(words).And.Not.Contain("   at "));
        });
    }

    [Test]
    public void NothingPublished_QueryAndStatusSayWhatToDo()
    {
        using var place = Workplace.Empty();

        var query = place.Stp("query", "select 1");
        var status = place.Stp("status");

        Assert.Multiple(() =>
        {
            Assert.That(query.ExitCode, Is.EqualTo(ExitCode.Failed));
            Assert.That(query.Error, Does.Contain("run stp refresh"));
            Assert.That(status.ExitCode, Is.Zero);
            Assert.That(status.Output, Does.Contain("run stp refresh"));
        });
    }

    [Test]
    public void AnotherSample_IsRefusedWhereItsDataAreLoaded()
    {
        using var place = Workplace.OfRefresh();

        var other = place.Stp("sample", "--seed", "7");

        Assert.Multiple(() =>
        {
            Assert.That(other.ExitCode, Is.EqualTo(ExitCode.Failed));
            Assert.That(other.Error, Does.Contain("give another --data"));
            Assert.That(place.Stp("sample", "--scale", "-1").ExitCode, Is.EqualTo(ExitCode.Usage));
        });
    }
}
