using System.Text.Json;
using Stp.Etl.Terminal;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Etl;

/// <summary>Query results in each format, as a person or a program reads them.</summary>
[TestFixture]
public sealed class ResultWriterTests
{
    private const string Mixed =
        """
        select *
        from (values
            (1, 'plain', 1.50, date '2018-12-31', timestamp '2018-12-31 23:59:59', true, 0.25::double),
            (-20, null, null, null, timestamp '2018-12-31 00:00:00', null, null)
        ) as t (n, label, price, day, seen, flag, share)
        """;

    [Test]
    public void Table_AlignsNumbersToTheRight_AndLeavesNullsEmpty() => Assert.That(Lines("table", Mixed), Is.EqualTo([
        "n   | label | price | day        | seen                | flag | share",
        "----+-------+-------+------------+---------------------+------+------",
        "  1 | plain |  1.50 | 2018-12-31 | 2018-12-31 23:59:59 | true |  0.25",
        "-20 |       |       |            | 2018-12-31 00:00:00 |      |",
    ]));

    [Test]
    public void Csv_QuotesWhatNeedsIt() => Assert.That(
        Text("csv", "select 'a,b' as \"x,y\", 'say \"hi\"' as q, 'two' || chr(10) || 'lines' as l, null as n, 1000000 as big, ' kept ' as s"),
        Is.EqualTo("\"x,y\",q,l,n,big,s\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,1000000, kept \n"));

    [Test]
    public void Csv_WritesTimesAlike_MidnightToo() => Assert.That(Lines("csv", Mixed), Is.EqualTo([
        "n,label,price,day,seen,flag,share",
        "1,plain,1.50,2018-12-31,2018-12-31 23:59:59,true,0.25",
        "-20,,,,2018-12-31 00:00:00,,",
    ]));

    [Test]
    public void Json_KeepsNumbersNullsAndTruth()
    {
        using var json = JsonDocument.Parse(Text("json", Mixed));
        var first = json.RootElement[0];

        Assert.Multiple(() =>
        {
            Assert.That(first.GetRawText(), Is.EqualTo("""{"n":1,"label":"plain","price":1.50,"day":"2018-12-31","seen":"2018-12-31 23:59:59","flag":true,"share":0.25}"""));
            Assert.That(json.RootElement[1].GetProperty("label").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [TestCase("170141183460469231731687303715884105727::hugeint", "170141183460469231731687303715884105727")]
    [TestCase("18446744073709551615::ubigint", "18446744073709551615")]
    [TestCase("9223372036854775807::bigint", "9223372036854775807")]
    [TestCase("5::tinyint", "5")]
    [TestCase("1.10::decimal(18, 2)", "1.10")]
    [TestCase("'nan'::double", "null")]
    [TestCase("'x\"y' || chr(10)", "\"x\\\"y\\n\"")]
    [TestCase("null", "null")]
    [TestCase("date '2018-12-31'", "\"2018-12-31\"")]
    public void Json_WritesAValue(string sql, string value) =>
        Assert.That(Text("json", $"select {sql} as v"), Is.EqualTo($"[\n  {{\"v\":{value}}}\n]\n"));

    [Test]
    public void Json_OfNoRows_IsAnEmptyArray() =>
        Assert.That(JsonDocument.Parse(Text("json", "select 1 as n where false")).RootElement.GetArrayLength(), Is.Zero);

    [Test]
    public void Markdown_IsATable_ThatAValueCannotBreak() => Assert.That(
        Lines("markdown", "select 1 as n, 'a|b' as label, 'two' || chr(10) || 'lines' as text union all select 22, null, null order by n"), Is.EqualTo([
            "| n   | label | text      |",
            "| --- | ----- | --------- |",
            @"|   1 | a\|b  | two lines |",
            "|  22 |       |           |",
        ]));

    [Test]
    public void Table_OfMoreRowsThanSetItsWidths_GoesOn() =>
        Assert.That(Lines("table", "select 9000 + n as n from range(1500) as r (n) order by n"), Is.EqualTo(
            ["n", "----", .. Enumerable.Range(9000, 1500).Select(number => $"{number}")]));

    [Test]
    public void Formats_AreThoseOfTheCommandLine() => Assert.That(ResultWriters.Formats, Is.EquivalentTo(["table", "csv", "json", "markdown"]));

    private static List<string> Lines(string format, string sql) => [.. Text(format, sql).TrimEnd('\n').Split('\n')];

    private static string Text(string format, string sql)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        using var reader = session.OpenReader(sql);
        using var output = new StringWriter { NewLine = "\n" };
        ResultWriters.For(format).Write(reader, output);
        return output.ToString();
    }
}
