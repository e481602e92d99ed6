using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Texts of every length and script, on each road into and out of the engine.</summary>
[TestFixture]
public sealed class TextTests
{
    private static readonly string[] Texts =
    [
        "",
        "a",
        new('x', 11),
        new('x', 12), // the longest that a vector holds in place
        new('x', 13),
        "éééééé", // 12 bytes, 6 characters
        "éééééé.",
        "☃☃☃☃",
        "👩‍⚕️🏥",
        "before\0after",
        "\0",
        "long and with \0 in its middle",
        new('y', 100_000),
        string.Concat(Enumerable.Repeat("ø☃🏥", 25_000)),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Parameter_ComesBackUnchanged(string text)
    {
        using var connection = InMemory.Open();

        Assert.That(connection.Scalar<string>("select $1", text), Is.EqualTo(text));
    }

    /// <summary>Without zero characters, which DuckDB.NET's appender takes for the end of a text.</summary>
    [Test]
    public void AppendedTexts_ComeBackUnchanged()
    {
        var texts = Texts.Where(text => !text.Contains('\0', StringComparison.Ordinal)).ToList();
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer, s varchar)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var n = 0; n < texts.Count; n++)
                appender.CreateRow().AppendValue((int?)n).AppendValue(texts[n]).EndRow();
        }

        using var command = connection.CreateCommand();
        command.CommandText = "select s from t order by n";
        using var reader = command.ExecuteReader();
        var read = new List<string>();
        while (reader.Read())
            read.Add(reader.GetString(0));

        Assert.That(read, Is.EqualTo(texts));
    }

    [Test]
    public void NonAsciiIdentifiersAndAliases_AreUnderstood()
    {
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select 1 as \"Größe ☃\"";
        using var reader = command.ExecuteReader();

        Assert.That(reader.GetName(0), Is.EqualTo("Größe ☃"));
    }

    [Test]
    public void SqlWithAZeroCharacter_IsRefusedRatherThanCutShort()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t as select * from range(10) as r(n)");

        Assert.Multiple(() =>
        {
            Assert.That(() => connection.Run("delete from t\0 where n = 1"), Throws.ArgumentException);
            Assert.That(connection.Scalar<long>("select count(*) from t"), Is.EqualTo(10));
        });
    }
}
