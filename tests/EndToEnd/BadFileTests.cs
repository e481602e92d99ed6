using Stp.Etl;

namespace Stp.Tests.EndToEnd;

/// <summary>Returns as they really come: with broken lines, in other forms, or not returns at all.</summary>
[TestFixture]
public sealed class BadFileTests
{
    private const string Header = "period,org_code,type,attendances,breaches,admissions";

    /// <summary>Lines of months before the sample's, so that they add to what is there.</summary>
    private static List<string> Lines(int count) =>
        [Header, .. Enumerable.Range(0, count).Select(line => $"{2011 + (line / 12)}-{1 + (line % 12):00}-01,RJ1,1,{1000 + line},10,5")];

    [Test]
    public void BrokenLinesWithinTheLimit_AreRejectsWithTheirLine()
    {
        using var place = Workplace.OfRefresh();
        var lines = Lines(45).Concat(Lines(48)[1..].Select(line => line.Replace(",RJ1,", ",RJZ,", StringComparison.Ordinal))).ToList();
        lines[7] = "2011-07-01,RJ1";
        lines.Add("2012-01-01,RJ2,1,many,10,5");
        place.Drop("return.csv", string.Join('\n', lines) + "\n");
        place.Change("feeds/ae_monthly_return.yaml", "share: 0.02", "share: 0.05");

        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output, Does.Contain("92 new, 2 rejected"));
            Assert.That(place.Query<string>("select row_key || ': ' || reason from ops.reject where feed = 'ae_monthly_return' and column_name = 'row'"),
                Is.EqualTo(new[] { "line 8: the line has fewer columns than the header" }));
            Assert.That(place.Query<string>("select column_name || ' ' || reason || ' ' || rejected_value from ops.reject where feed = 'ae_monthly_return' and column_name <> 'row'"),
                Is.EqualTo(new[] { "attendances is no bigint many" }));
        });
    }

    [Test]
    public void FilePastTheLimit_IsLeftOutWholeAndItsKpisAreDated()
    {
        using var place = Workplace.OfRefresh();
        place.Drop("return.csv", string.Join('\n', [.. Lines(40), "rubbish", "more rubbish"]));

        var result = place.Stp("refresh");

        BadConfigTests.AssertPlain(result, ExitCode.DoneWithWarnings, "2 of 42 rows (4.76 %) break the contract of ae_monthly_return");
        var december = "from scorecard.kpi_value where period_kind = 'month' and period_end_date = '2018-12-31' and kpi ";
        Assert.Multiple(() =>
        {
            Assert.That(place.Query<long>("select count(*) from star.fact_ae_monthly_return where month_date < '2015-04-01'"), Is.EqualTo(new[] { 0L }));
            Assert.That(place.Query<string>($"select distinct status_reason || ' ' || is_stale {december} = 'ae_four_hour_as_published'"),
                Has.One.Items.And.All.Contains("data to 30 November 2018").And.All.EndsWith("true"));
            Assert.That(place.Query<bool>($"select distinct is_stale {december} <> 'ae_four_hour_as_published'"), Is.EqualTo(new[] { false }));
            Assert.That(place.Query<long>("select count(*) from scorecard.kpi_value where is_stale and period_end_date < '2018-12-01'"), Is.EqualTo(new[] { 0L }));
            Assert.That(place.Stp("status").ExitCode, Is.EqualTo(ExitCode.DoneWithWarnings));
        });

        place.Drop("return.csv", string.Join('\n', Lines(40)));
        var mended = place.Stp("refresh");
        Assert.Multiple(() =>
        {
            Assert.That(mended.ExitCode, Is.Zero, mended.ToString());
            Assert.That(mended.Output, Does.Contain("40 new"));
        });
    }

    [TestCase("\r\n", true)]
    [TestCase("\r\n", false)]
    [TestCase("\n", true)]
    [TestCase("\n", false)]
    public void LineEndings_AreAllRead(string ending, bool isEnded)
    {
        using var place = Workplace.OfRefresh();
        place.Drop("return.csv", '\uFEFF' + string.Join(ending, Lines(30)) + (isEnded ? ending : string.Empty));

        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.Output, Does.Contain("30 new"), result.ToString());
            Assert.That(
                place.Query<long>("select cast(sum(attendances + emergency_admissions) as bigint) from star.fact_ae_monthly_return where month_date < '2015-04-01'"),
                Is.EqualTo(new[] { Enumerable.Range(1000, 30).Sum(attendances => attendances + 5L) }));
        });
    }

    [TestCase("staff.csv", "name,grade\nA,5\n", "Nearest is tidy, but these are missing")]
    [TestCase("empty.csv", "", "empty.csv is empty")]
    [TestCase("return.csv", "PK\u0003\u0004\u0014\0\0\0\u0008\0rubbish", "return.csv is not a CSV file")]
    [TestCase("mixed.csv", Header + "\r\n2011-01-01,RJ1,1,1,0,0\n2011-02-01,RJ1,1,1,0,0\r\n", "mixed.csv")]
    [TestCase("twice.csv", "period,period\n1,2\n", "'period' twice")]
    public void NoReturn_IsNamedAndTheOthersLoad(string name, string text, string words)
    {
        using var place = Workplace.OfRefresh();
        var bad = place.Drop(name, text);
        place.Drop("z.csv", string.Join('\n', Lines(12)));

        var result = place.Stp("refresh");

        BadConfigTests.AssertPlain(result, ExitCode.DoneWithWarnings, words);
        Assert.That(result.Output, Does.Contain("12 new"), "the file after it");

        File.Delete(bad);
        var mended = place.Stp("refresh");
        Assert.That(mended.ExitCode, Is.Zero, mended.ToString());
    }
}
