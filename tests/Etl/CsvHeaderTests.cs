using System.Text;
using Stp.Etl.Feeds;
using Stp.Etl.Sources;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>What a file's first line says, and which layout that is.</summary>
[TestFixture]
public sealed class CsvHeaderTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("a,b,c\n1,2,3\n")]
    [TestCase("a,b,c")]
    [TestCase("a,b,c\r\n1,2,3\r\n")]
    [TestCase("\"a\",\"b\",\"c\"\n")]
    [TestCase(" a , b , c \n")]
    [TestCase("\uFEFFa,b,c\n")]
    public void Names_AreReadHoweverTheyAreWritten(string text) => Assert.That(Header(text), Is.EqualTo(["a", "b", "c"]));

    [Test]
    public void QuotedName_MayHoldAComma() => Assert.That(Header("\"A&E, type 1\",b\n"), Is.EqualTo(["A&E, type 1", "b"]));

    [TestCase("", "is empty: a CSV file with a header line is expected.")]
    [TestCase("\n1,2\n", "is empty: a CSV file with a header line is expected.")]
    [TestCase("a,b,A\n", "names the column 'a' twice in its header line.")]
    [TestCase("a,,b,\n", "has columns without a name in its header line.")]
    [TestCase("PK\u0003\u0004\0\0,x\n", "is not a CSV file: it holds binary data.")]
    public void HeaderThatIsNone_IsNamed(string text, string message) => Assert.That(
        () => Header(text), Throws.TypeOf<SourceException>().With.Message.EqualTo($"x.csv {message}"));

    [Test]
    public void FileThatCannotBeRead_IsNamed() => Assert.That(
        () => CsvHeader.Read(_folder["none.csv"]), Throws.TypeOf<SourceException>().With.Message.StartsWith("none.csv cannot be read: "));

    [TestCase("id,day", "short")]
    [TestCase("DAY,ID", "short", Description = "another order, another case")]
    [TestCase("id,day,extra", "short", Description = "more columns than it needs")]
    [TestCase("id,day,site,note", "long", Description = "of two that fit, the one that says more")]
    public void Layout_IsRecognisedByItsColumns(string header, string layout) =>
        Assert.That(LayoutFinder.Find(TwoLayouts(), "x.csv", header.Split(',')).Name, Is.EqualTo(layout));

    [Test]
    public void NoLayout_NamesTheNearestAndWhatItMisses() => Assert.That(
        () => LayoutFinder.Find(TwoLayouts(), "x.csv", ["id", "site"]),
        Throws.TypeOf<SourceException>().With.Message.EqualTo(
            "x.csv has the columns of no layout of visit (short, long). Nearest is short, but these are missing: day."));

    private static Feed TwoLayouts() => Some.Feed() with
    {
        Layouts = [new FileLayout("short", ["id", "day"], "select 1", "s.sql"), new FileLayout("long", ["id", "day", "site"], "select 1", "l.sql")],
    };

    private IReadOnlyList<string> Header(string text)
    {
        File.WriteAllText(_folder["x.csv"], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return CsvHeader.Read(_folder["x.csv"]);
    }
}
