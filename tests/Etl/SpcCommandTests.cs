using System.Text.Json;
using Stp.Etl;
using Stp.Etl.Commands;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>stp spc in this process, on small files.</summary>
[TestFixture]
public sealed class SpcCommandTests
{
    private const string Series = "date,value\n2018-01-01,0.5\n2018-02-01,0.7\n2018-03-01,\n2018-04-01,0.6\n2018-05-01,0.8\n";

    private TempFolder _folder = null!;
    private StringWriter _output = null!;
    private StringWriter _errors = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _output = new StringWriter();
        _errors = new StringWriter();
    }

    [TearDown]
    public void Remove()
    {
        _output.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Series_IsToldInATable()
    {
        Assert.That(Spc(Series, "--target", "0.95"), Is.EqualTo(ExitCode.Done), _errors.ToString());
        Assert.That(_output.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            """
            No significant change: the latest point is common cause variation; the target of 0.95 will be met at times and missed at others
            series.csv: 5 points from 1 January 2018 to 1 May 2018, higher is better
            Trial limits: some come from fewer than 13 points and may move as points are added.

            Date        Value  Mean  Lower limit  Upper limit  Variation     Rule
            2018-01-01   0.50  0.65         0.12         1.18  common cause
            2018-02-01   0.70  0.65         0.12         1.18  common cause
            2018-03-01      –  0.65         0.12         1.18  common cause
            2018-04-01   0.60  0.65         0.12         1.18  common cause
            2018-05-01   0.80  0.65         0.12         1.18  common cause

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Json_HasPointsAndSummary()
    {
        Assert.That(
            Spc(Series, "--json", "--direction", "decrease", "--target", "-2", "--rebase", "2018-03-01", "--rebase", "2018-05-01", "--fix-after", "12", "--no-screening"),
            Is.EqualTo(ExitCode.Done),
            _errors.ToString());

        using var json = JsonDocument.Parse(_output.ToString());
        var (points, summary) = (json.RootElement.GetProperty("points"), json.RootElement.GetProperty("summary"));
        Assert.Multiple(() =>
        {
            Assert.That(points.EnumerateArray().Select(point => point.GetProperty("rebase_group").GetInt32()), Is.EqualTo([0, 0, 1, 1, 2]));
            Assert.That(points[2].GetProperty("value").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(points[0].GetProperty("special_cause_type").GetString(), Is.EqualTo("Common Cause"));
            Assert.That(summary.GetProperty("assurance_icon").GetString(), Is.EqualTo("inconsistent"), "no limits from one point");
            Assert.That(summary.GetProperty("groups").GetArrayLength(), Is.EqualTo(3));
            Assert.That(_errors.ToString(), Is.Empty);
        });
    }

    [Test]
    public void Png_IsDrawn()
    {
        Assert.That(Spc(Series, "--png", _folder["chart.png"]), Is.EqualTo(ExitCode.Done), _errors.ToString());
        Assert.That(File.ReadAllBytes(_folder["chart.png"])[..4], Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47 }));
    }

    [TestCase("value,date\r\n0.5,2018-02-01\r\n0.7,2018-01-01\r\n")]
    [TestCase("\uFEFFDate,Value\n2018-01-01, 0.7 \n\n2018-02-01,\"5e-1\"\n")]
    public void ColumnsRowsAndLineEndings_MayBeAsTheyCome(string csv)
    {
        Assert.That(Spc(csv, "--json"), Is.EqualTo(ExitCode.Done), _errors.ToString());
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.That(
            json.RootElement.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("value").GetDouble()), Is.EqualTo([0.7, 0.5]));
    }

    [Test]
    public void RebaseOfNoPoint_IsSaid()
    {
        Assert.That(Spc(Series, "--rebase", "2018-03-02"), Is.EqualTo(ExitCode.Done));
        Assert.That(_errors.ToString(), Does.StartWith("warning: --rebase 2018-03-02 is the date of no point and has no effect."));
    }

    [TestCase("", "series.csv:1: the file is empty. Its first line is: date,value")]
    [TestCase("date,value\n", "series.csv:1: no line follows the names of the columns.")]
    [TestCase("month;share\n2018-01-01;1\n", "series.csv:1: the first line is 'month;share'. Write: date,value")]
    [TestCase("2018-01-01,0.5\n2018-02-01,0.6\n", "series.csv:1: the first line is '2018-01-01,0.5'. Write: date,value")]
    [TestCase("date,value\n01/02/2018,1\n", "series.csv:2: date: '01/02/2018' is not a date.")]
    [TestCase("date,value\n2018-02-30,1\n", "series.csv:2: date: '2018-02-30' is not a date.")]
    [TestCase("date,value\n2018-01-01,95%\n", "series.csv:2: value: '95%' is not a number.")]
    [TestCase("date,value\n2018-01-01,NA\n", "leave it blank where there is no figure")]
    [TestCase("date,value\n2018-01-01,NaN\n", "series.csv:2: value: 'NaN' is not a number.")]
    [TestCase("date,value\n2018-01-01,\"1,234\"\n", "series.csv:2: value: '1,234' is not a number.")]
    [TestCase("date,value\n2018-01-01,1e30\n", "series.csv:2: value: 1e30 is out of range.")]
    [TestCase("date,value\n2018-01-01,1,2\n", "series.csv:2: has 3 fields where the first line has 2.")]
    [TestCase("date,value\n2018-01-01\n", "series.csv:2: has 1 field where the first line has 2.")]
    [TestCase("date,value\n2018-01-01,1\n\n2018-01-01,2\n", "series.csv:4: the date 2018-01-01 stands on line 2 already. Keep one of them.")]
    [TestCase("date,value\n2018-01-01,\"1\n", "series.csv:2: a quote is opened here and never closed.")]
    public void FileThatIsNoSeries_IsRefusedWithItsLine(string csv, string message)
    {
        Assert.That(Spc(csv, "--json"), Is.EqualTo(ExitCode.Usage));
        Assert.Multiple(() =>
        {
            Assert.That(_errors.ToString(), Does.Contain(message).And.Not.Contain("   at "));
            Assert.That(_output.ToString(), Is.Empty);
        });
    }

    [Test]
    public void AllFaults_AreToldAtOnce()
    {
        Assert.That(Spc("date,value\nx,1\n2018-01-01,y\n" + string.Concat(Enumerable.Repeat("z,1\n", 30))), Is.EqualTo(ExitCode.Usage));
        Assert.That(_errors.ToString(), Does.Contain("series.csv:2: date").And.Contain("series.csv:3: value").And.Contain("… and 12 more."));
    }

    [TestCase("--direction", "up", "up")]
    [TestCase("--target", "95%", "--target '95%' is not a number that can be used: write it as 0.95")]
    [TestCase("--rebase", "April", "--rebase 'April' is no date: write it as 2018-12-31.")]
    [TestCase("--fix-after", "11", "Limits can be fixed after 12 points or more, not after 11.")]
    [TestCase("--fix-after", "many", "many")]
    [TestCase("--png", "no-such-directory/chart.png", "there is no directory")]
    [TestCase("--target", "79228162514264337593543950335", "is not a number")]
    [TestCase("--png", "", "--png names no file.")]
    [TestCase("--png", ".", "is a directory: name a file")]
    public void WrongOption_IsRefused(string option, string value, string message)
    {
        Assert.That(Spc(Series, option, value), Is.EqualTo(ExitCode.Usage));
        Assert.That(_errors.ToString(), Does.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public void TwoTargets_AreRefused() => Assert.That(Spc(Series, "--target", "1", "--target", "2"), Is.EqualTo(ExitCode.Usage));

    [Test]
    public void MissingFile_IsRefused() => Assert.Multiple(() =>
    {
        Assert.That(Run("spc", _folder["none.csv"]), Is.EqualTo(ExitCode.Usage));
        Assert.That(_errors.ToString(), Does.Contain("none.csv: there is no such file."));
        Assert.That(Run("spc", _folder.Path), Is.EqualTo(ExitCode.Usage), "a directory");
        Assert.That(Run("spc"), Is.EqualTo(ExitCode.Usage), "no file named");
    });

    [Test]
    public void Help_ShowsAnExample()
    {
        Assert.That(Run("spc", "--help"), Is.EqualTo(ExitCode.Done));
        Assert.That(_output.ToString(), Does.Contain("stp spc four-hour.csv --target 0.95 --png four-hour.png"));
    }

    private int Spc(string csv, params string[] options) => Run(["spc", _folder.Write("series.csv", csv), .. options]);

    private int Run(params string[] arguments) =>
        StpProgram.Run(arguments, new Surroundings(_output, _errors, TimeProvider.System, false, CancellationToken.None));
}
