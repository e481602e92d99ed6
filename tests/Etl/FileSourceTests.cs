using System.Text;
using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Returns as people drop them: every layout, every kind of damage, on the whole road into the warehouse.</summary>
[TestFixture]
public sealed class FileSourceTests
{
    private const string Header = "period,org_code,type,attendances,breaches,admissions";
    private const string Good = "2018-11-01,RJ1,1,100,10,20";
    private const string Loaded = "select ods_code, month_date, department_group, attendances, attendances_over_four_hours, emergency_admissions from star.fact_ae_monthly_return join star.dim_organisation using (organisation_key) order by all";
    private const string Rejects = "select row_key, rule, reason from ops.reject order by all";
    private const string GoodLoaded = "RJ1 | 2018-11-01 | 1 | 100 | 10 | 20";

    private static readonly DateOnly AsOf = new(2018, 12, 31);

    private TempFolder _folder = null!;
    private FeedRoad _road = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        var limitless = Repository.Config with
        {
            Feeds = [.. Repository.Config.Feeds.Select(feed => feed with { RejectLimit = new Stp.Etl.Feeds.RejectLimit(1) })],
        };
        _road = new FeedRoad(new DataFolder(_folder.Path)) { Config = limitless };
    }

    [TearDown]
    public void Remove()
    {
        _road.Dispose();
        _folder.Dispose();
    }

    [TestCase("\n", false, TestName = "File_Loads")]
    [TestCase("\r\n", false, TestName = "FileWithTheLineEndingsOfWindows_Loads")]
    [TestCase("\n", true, TestName = "FileWithAByteOrderMark_Loads")]
    [TestCase("\r\n", true, TestName = "FileOfExcel_Loads")]
    public void File_LoadsWhateverItsEndings(string newLine, bool hasMark)
    {
        Drop("a.csv", string.Join(newLine, Header, Good, "2018-12-01,rj2 ,other,5,0,0", string.Empty), new UTF8Encoding(hasMark));
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Landed, outcome.Rejected), Is.EqualTo(((string?)null, 2L, 0L)));
            Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([GoodLoaded, "RJ2 | 2018-12-01 | other | 5 | 0 | 0"]));
        });
    }

    [TestCase($"{Header}\n{Good}", TestName = "LastLineWithoutAnEnd_IsRead")]
    [TestCase($"\"period\",\"org_code\",\"type\",\"attendances\",\"breaches\",\"admissions\"\n\"2018-11-01\",\"RJ1\",\"1\",\"100\",\"10\",\"20\"\n", TestName = "QuotedCells_AreRead")]
    [TestCase("note,admissions,breaches,attendances,type,org_code,period\n\"a, b\",20,10,100,1,RJ1,2018-11-01\n", TestName = "OtherOrderAndMoreColumns_AreRead")]
    [TestCase("PERIOD,Org_Code,Type,Attendances,Breaches,Admissions\n2018-11-01,RJ1,1,100,10,20\n", TestName = "OtherCase_IsRead")]
    [TestCase($"{Header}\n2018-11-01,RJ1,1,100,10,20\n\n", TestName = "EmptyLastLine_IsNoRow")]
    public void Tidy_IsReadHoweverItIsWritten(string text)
    {
        Drop("a.csv", text);
        var outcome = Run();

        Assert.That((outcome.Failure, outcome.Rejected), Is.EqualTo(((string?)null, 0L)));
        Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([GoodLoaded]));
    }

    [Test]
    public void HeaderAlone_IsABatchOfNoRows()
    {
        Drop("a.csv", Header + "\n");
        var outcome = Run();

        Assert.That((outcome.Failure, outcome.Batches, outcome.Landed), Is.EqualTo(((string?)null, 1, 0L)));
    }

    [Test]
    public void MonthlyLayout_BecomesARowPerDepartmentType()
    {
        Drop("november.csv", Monthly("MSitAE-NOVEMBER-2018,RJ1,NHS ENGLAND LONDON,100,0,30,10,0,1,20,0,0", "TOTAL,TOTAL,TOTAL,100,0,30,10,0,1,20,0,0"));
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Rejected), Is.EqualTo(((string?)null, 0L)));
            Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo(["RJ1 | 2018-11-01 | 1 | 100 | 10 | 20", "RJ1 | 2018-11-01 | other | 30 | 1 | 0"]));
        });
    }

    [Test]
    public void LinesThatAreNoRows_AreNamedByTheirLineOfTheFile()
    {
        Drop("a.csv", string.Join('\n', Header, Good, "2018-11-01,RJ2,1,100", "2018-12-01,RJ1,1,7,0,0", "2018-11-01,RJZ,1,1,1,1,1,1", string.Empty));
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Landed, outcome.Rejected, outcome.Inserted), Is.EqualTo(((string?)null, 4L, 2L, 2L)));
            Assert.That(_road.Warehouse.Rows(Rejects), Is.EqualTo([
                "line 3 | line | the line has fewer columns than the header", "line 5 | line | the line has more columns than the header",
            ]));
        });
    }

    [Test]
    public void LinesThatAreNoRows_OfALayoutThatReadsTheFileThrice_AreNamedOnce()
    {
        Drop("november.csv", Monthly("MSitAE-NOVEMBER-2018,RJ1,X,100,0,30,10,0,1,20,0,0", "MSitAE-NOVEMBER-2018,RJ2"));
        var outcome = Run();

        Assert.That((outcome.Landed, outcome.Rejected, outcome.Inserted), Is.EqualTo((3L, 1L, 2L)));
        Assert.That(_road.Warehouse.Rows("select row_key from ops.reject"), Is.EqualTo(["line 3"]));
    }

    [Test]
    public void LineFarDown_IsNamedByItsLineOfTheFile()
    {
        var lines = Enumerable.Range(0, 10_000).Select(_ => "2018-11-01,RJ1,1,100,10,20").ToList();
        lines[9_000] = "2018-11-01,RJ1";
        Drop("a.csv", string.Join('\n', lines.Prepend(Header)));
        Run();

        Assert.That(_road.Warehouse.Rows("select row_key from ops.reject"), Is.EqualTo(["line 9002"]));
    }

    [Test]
    public void LineThatIsNotUtf8_IsARejectOfItsOwn()
    {
        Drop("a.csv", $"{Header}\n{Good}\n2018-11-01,RJ2,1,é,0,0\n2018-11-01,RJZ,1,9,0,0\n", Encoding.Latin1);
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Rejected, outcome.Inserted), Is.EqualTo(((string?)null, 1L, 2L)));
            Assert.That(_road.Warehouse.Rows(Rejects), Is.EqualTo(["line 3 | line | the line is not UTF-8"]));
        });
    }

    [Test]
    public void ValuesThatBreakTheContract_AreRejects()
    {
        Drop("a.csv", $"{Header}\n{Good}\n2018-11-01,RJ2,1,many,0,0\n2018-11-01,RJZ,9,5,0,0\n2018-12-01,RJZ,1,5,6,0\n");
        Run();

        Assert.That(_road.Warehouse.Rows("select row_key, column_name, rule, rejected_value from ops.reject order by all"), Is.EqualTo([
            "period_date=2018-11-01, organisation_code=RJ2, department_group=1 | attendances | type | many",
            "period_date=2018-11-01, organisation_code=RJZ, department_group=9 | department_group | allowed | 9",
            "period_date=2018-12-01, organisation_code=RJZ, department_group=1 | row | over_four_hours_within_attendances | ",
        ]));
    }

    [Test]
    public void RowsOfNoOrganisation_AreRejects_NotOneOrganisationTwice()
    {
        Drop("a.csv", $"{Header}\n{Good}\n2018-11-01,n/a,1,5,0,0\n2018-11-01,St Thomas' Hospital,1,6,0,0\n");
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Failure, outcome.Rejected), Is.EqualTo(((string?)null, 2L)));
            Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([GoodLoaded]));
            Assert.That(_road.Warehouse.Rows("select distinct column_name, rule, reason from ops.reject"), Is.EqualTo([
                "organisation_code | pattern | is not of the form [0-9A-Z]{3,6}",
            ]));
        });
    }

    [TestCase("", "a.csv is empty")]
    [TestCase("name,amount\nx,1\n", "a.csv has the columns of no layout of ae_monthly_return (tidy, monthly_2019). Nearest is tidy, but these are missing: period")]
    [TestCase("PK\u0003\u0004\0\0\0\n\0\u0001,\u0002\n", "a.csv is not a CSV file")]
    public void FileThatIsNoReturn_FailsAlone(string text, string why)
    {
        Drop("a.csv", text);
        Drop("b.csv", $"{Header}\n{Good}\n");
        var outcome = Run();

        Assert.That(outcome.Failure, Does.StartWith(why));
        Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([GoodLoaded]), "the file beside it loads");
    }

    [Test]
    public void SameContentUnderAnotherName_IsNotLoadedTwice()
    {
        Drop("a.csv", $"{Header}\n{Good}\n");
        Drop("copy of a.csv", $"{Header}\n{Good}\n");
        Assert.That(Run().Batches, Is.EqualTo(1), "both at once");

        Drop("later.csv", $"{Header}\n{Good}\n");
        Assert.That(Run().Batches, Is.Zero, "a night later");
    }

    [Test]
    public void CorrectedFile_ReplacesWhatItCorrects()
    {
        Drop("a.csv", $"{Header}\n{Good}\n2018-11-01,RJ2,1,50,5,5\n");
        Run();
        Drop("a.csv", $"{Header}\n2018-11-01,RJ1,1,101,10,20\n");
        var outcome = Run();

        Assert.That((outcome.Updated, outcome.Inserted, outcome.Deleted), Is.EqualTo((1L, 0L, 0L)));
        Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo(["RJ1 | 2018-11-01 | 1 | 101 | 10 | 20", "RJ2 | 2018-11-01 | 1 | 50 | 5 | 5"]));
    }

    [TestCase("an-original.csv", "a-revision.csv")]
    [TestCase("a-original.csv", "an-revision.csv")]
    public void FullRead_LoadsARevisionAfterWhatItRevises(string original, string revision)
    {
        Drop(original, $"{Header}\n{Good}\n");
        Run();
        Drop(revision, $"{Header}\n2018-11-01,RJ1,1,101,10,20\n");
        Run();
        Drop("a-new.csv", $"{Header}\n2018-11-01,RJ1,1,102,10,20\n");
        var outcome = _road.Run("ae_monthly_return", AsOf, isFull: true);

        Assert.That(outcome.Batches, Is.EqualTo(3));
        Assert.That(
            _road.Warehouse.Rows("select source_file from ops.batch where run_id = 'r003' order by batch_key"),
            Is.EqualTo([original, revision, "a-new.csv"]));
    }

    [Test]
    public void FileThatCannotBeRead_FailsAlone_AndBatchesAreNumberedToSort()
    {
        Directory.CreateDirectory(_folder["drop/ae_monthly_return"]);
        File.CreateSymbolicLink(_folder["drop/ae_monthly_return/a.csv"], _folder["nowhere.csv"]);
        Drop("b.csv", $"{Header}\n{Good}\n");
        var outcome = Run();

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Failure, Does.StartWith("a.csv cannot be read"));
            Assert.That(_road.Warehouse.Rows(Loaded), Is.EqualTo([GoodLoaded]));
            Assert.That(_road.Warehouse.Rows("select batch_id from ops.batch"), Is.EqualTo(["r001-0002"]), "the hundredth must sort after the second");
        });
    }

    [TestCase("return[1].csv")]
    [TestCase("return[*.csv")]
    [TestCase("r[]a-z].csv")]
    [TestCase("r*.csv")]
    [TestCase("return?.csv")]
    public void NameThatLooksLikeAPattern_IsThatFileAlone(string name)
    {
        Drop("return1.csv", $"{Header}\n2018-12-01,RJ2,1,5,0,0\n");
        Run();
        Drop(name, $"{Header}\n{Good}\n");
        var outcome = Run();

        Assert.That((outcome.Failure, outcome.Landed, outcome.Inserted), Is.EqualTo(((string?)null, 1L, 1L)));
    }

    [TestCase("part-001.parquet", true)]
    [TestCase("part-001.parquet", false)]
    [TestCase("manifest.json", false)]
    public void DamagedBatch_IsReadAgainFromItsFile_OrFailsItsFeedWhereThatIsGone(string damaged, bool isStillThere)
    {
        Drop("a.csv", $"{Header}\n{Good}\n");
        Run();
        _road.Warehouse.Session.Execute("delete from ops.batch");
        File.WriteAllText(Path.Combine(_road.Landing, "ae_monthly_return", "r001-0001", damaged), "x");
        if (!isStillThere)
        {
            File.Delete(_folder["drop/ae_monthly_return/a.csv"]);
        }

        foreach (var night in (string[])["r002", "r003"])
        {
            var outcome = Run();
            if (isStillThere)
            {
                Assert.That(outcome.Failure, Is.Null);
                continue;
            }

            var file = damaged == "manifest.json" ? "the file that it came from" : "a.csv";
            Assert.That(outcome.Failure, Does.StartWith("landing/ae_monthly_return/r001-0001 is damaged").And.Contain(file), night);
        }

        Assert.That(_road.Warehouse.Rows("select batch_id from ops.batch"), Is.EqualTo(isStillThere ? new[] { "r002-0001" } : []));
        Assert.That(Directory.Exists(Path.Combine(_road.Landing, "ae_monthly_return", "r001-0001")), Is.EqualTo(!isStillThere));
    }

    [TestCase(".hidden.csv")]
    [TestCase("a.csv.part")]
    [TestCase("a.tmp")]
    public void FileThatIsNotOursYet_IsLeftAlone(string name)
    {
        Drop(name, $"{Header}\n{Good}\n");

        Assert.That(Run().Batches, Is.Zero);
    }

    /// <summary>As published by NHS England: share within four hours, all types, per trust and for the three together.</summary>
    [Test]
    public void PublishedReturns_GiveThePublishedShares()
    {
        Directory.CreateDirectory(_folder["drop/ae_monthly_return"]);
        File.Copy(Repository.Shared("data/ae_attendances.csv"), _folder["drop/ae_monthly_return/ae_attendances.csv"]);
        var outcome = Run();
        Assert.That((outcome.Failure, outcome.Landed, outcome.Rejected), Is.EqualTo(((string?)null, 12765L, 0L)));

        const string Share = "round(100.0 * sum(attendances - coalesce(attendances_over_four_hours, 0)) / sum(attendances), 1)";
        const string From = "from star.fact_ae_monthly_return join star.dim_organisation using (organisation_key) join star.dim_date on calendar_date = star.fact_ae_monthly_return.month_date where ods_code in ('RJ1', 'RJZ', 'RJ2')";
        Assert.Multiple(() =>
        {
            Assert.That(
                _road.Warehouse.Rows($"select ods_code, {Share} {From} and financial_year = '2018/19' group by 1 order by 1"),
                Is.EqualTo(["RJ1 | 86.5", "RJ2 | 87.2", "RJZ | 76.1"]));
            Assert.That(
                _road.Warehouse.Rows($"select financial_year, {Share} {From} and financial_year between '2016/17' and '2018/19' group by 1 order by 1"),
                Is.EqualTo(["2016/17 | 84.6", "2017/18 | 86.2", "2018/19 | 83"]));
        });
    }

    private static string Monthly(params string[] lines) => string.Join('\n', lines.Prepend(
        "Period,Org Code,Parent Org,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Other A&E Department," +
        "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department," +
        "Emergency admissions via A&E - Type 1,Emergency admissions via A&E - Type 2,Emergency admissions via A&E - Other A&E department")) + "\n";

    private FeedOutcome Run() => _road.Run("ae_monthly_return", AsOf);

    private void Drop(string name, string text, Encoding? encoding = null)
    {
        Directory.CreateDirectory(_folder["drop/ae_monthly_return"]);
        File.WriteAllText(_folder[$"drop/ae_monthly_return/{name}"], text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
