using Stp.Etl.Config.Csv;

namespace Stp.Tests.Etl.Config;

public sealed class CsvReaderTests
{
    [TestCase("a,b\n1,2\n", "1:a|b 2:1|2")]
    [TestCase("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [TestCase("a,b\n1,2", "1:a|b 2:1|2")]
    [TestCase("\uFEFFa,b\n1,2\n", "1:a|b 2:1|2")]
    [TestCase("\uFEFF\"a\",b\n", "1:a|b")]
    [TestCase("a,,\n", "1:a||")]
    [TestCase(",\n", "1:|")]
    [TestCase("\"a,b\",c\n", "1:a,b|c")]
    [TestCase("\"a \"\"b\"\"\",\"\"\n", "1:a \"b\"|")]
    [TestCase("\"a\nb\",c\nd,e\n", "1:a\nb|c 3:d|e")]
    [TestCase("\"a\r\nb\",c\r\nd,e\r\n", "1:a\r\nb|c 3:d|e")]
    [TestCase("a\n\n\nb\n", "1:a 4:b")]
    [TestCase("", "")]
    [TestCase("\n\n", "")]
    public void Text_IsReadInRecords(string text, string records) =>
        Assert.That(string.Join(' ', CsvReader.Read(text).Select(InOneLine)), Is.EqualTo(records));

    [TestCase("a,b\n\"1,2\n3,4\n", 2, "never closed")]
    [TestCase("a,b\n1,2\"\n", 2, "inside a field")]
    [TestCase("a,b\n\"1\n1\"x,2\n", 3, "follows a closing quote")]
    public void MisplacedQuote_IsNamedWithItsLine(string text, int line, string message)
    {
        var exception = Assert.Throws<CsvException>(() => _ = CsvReader.Read(text).Count())!;
        Assert.That(exception.Line, Is.EqualTo(line));
        Assert.That(exception.Message, Does.Contain(message));
    }

    [Test]
    public void FieldAfterALineBreakInQuotes_KnowsItsOwnLine() =>
        Assert.That(CsvReader.Read("\"a\nb\",c\n").Single().Fields.Select(field => field.Line), Is.EqualTo(new[] { 1, 2 }));

    [Test]
    public void AnyFields_SurviveBeingWrittenAndRead()
    {
        const string Alphabet = "ab,\"\r\n ";
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var fields = Enumerable.Range(0, random.Next(2, 5))
                .Select(_ => new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]))
                .ToList();
            var written = string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            Assert.That(CsvReader.Read($"{written}\r\n").Single().Fields.Select(field => field.Text), Is.EqualTo(fields));
        }
    }

    private static string InOneLine(CsvRecord record) => $"{record.Line}:{string.Join('|', record.Fields.Select(field => field.Text))}";
}
