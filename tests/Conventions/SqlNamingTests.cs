using System.Text.RegularExpressions;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Conventions;

/// <summary>The habits that SQL files keep.</summary>
[TestFixture]
public sealed partial class SqlNamingTests
{
    private static readonly string[] OneStatementFolders =
    [
        "warehouse/sql/staging", "warehouse/sql/facts", "warehouse/sql/dimensions", "warehouse/sql/mart", "warehouse/sql/tests", "config/measures",
        "config/feeds",
    ];

    private static IEnumerable<SqlSource> All() => SqlSource.Of("warehouse/sql", "config", "etl/sql");

    private static IEnumerable<SqlSource> OneStatementFiles() => SqlSource.Of(OneStatementFolders);

    private static IEnumerable<SqlSource> Facts() => SqlSource.Of("warehouse/sql/facts");

    private static IEnumerable<SqlSource> Ddl() => SqlSource.Of("warehouse/sql/ddl");

    private static IEnumerable<SqlSource> DataTests() => SqlSource.Of("warehouse/sql/tests");

    [TestCaseSource(nameof(All))]
    public void Keywords_AreLowerCase(SqlSource file) =>
        Assert.That(UpperCaseKeyword().Matches(file.Code).Select(match => match.Value), Is.Empty);

    [TestCaseSource(nameof(All))]
    public void FirstLine_IsAComment_ThatSaysSomething(SqlSource file)
    {
        Assert.That(file.Text, Does.StartWith("-- "));
        Assert.That(SqlFile.Parse(file.Name, file.Text).Description, Has.Length.GreaterThan(10));
    }

    [TestCaseSource(nameof(All))]
    public void Lines_HoldNoTabs(SqlSource file) => Assert.That(file.Text, Does.Not.Contain('\t'));

    [TestCaseSource(nameof(OneStatementFiles))]
    public void File_IsOneSelect(SqlSource file)
    {
        Assert.That(file.Code, Does.Not.Contain(';'));
        Assert.That(file.Code.TrimStart(), Does.StartWith("select").Or.StartWith("with"));
    }

    [TestCaseSource(nameof(Facts))]
    public void Fact_NamesItsColumns(SqlSource file)
    {
        var lastSelect = file.Code[(file.Code.LastIndexOf("\nselect", StringComparison.Ordinal) + 1)..];

        Assert.That(Star().IsMatch(lastSelect), Is.False, "its last select names every column");
    }

    [TestCaseSource(nameof(Ddl))]
    public void Identifiers_AreSnakeCase_NeverQuoted(SqlSource file)
    {
        Assert.That(file.Code, Does.Not.Contain('"'));
        Assert.That(Capital().Matches(file.Code).Select(match => match.Value), Is.Empty);
    }

    [TestCaseSource(nameof(DataTests))]
    public void DataTest_IsNamedForItsTableAndItsRule(SqlSource file)
    {
        var parts = file.Name.Split("__");

        Assert.That(parts, Has.Length.EqualTo(2));
        Assert.That(SqlSource.Of("warehouse/sql/facts", "warehouse/sql/mart").Select(table => table.Name), Does.Contain(parts[0]));
    }

    [GeneratedRegex(@"\b(SELECT|FROM|WHERE|WITH|AS|JOIN|LEFT|INNER|FULL|ON|AND|OR|NOT|NULL|IS|IN|CASE|WHEN|THEN|ELSE|END|GROUP|ORDER|BY|HAVING|UNION|ALL|CAST|CREATE|TABLE|VIEW|INSERT|INTO|VALUES|COUNT|SUM|COALESCE|DISTINCT|FILTER|OVER|PARTITION|BETWEEN|LIKE|TRUE|FALSE|DATE|TIMESTAMP|INTERVAL)\b")]
    private static partial Regex UpperCaseKeyword();

    [GeneratedRegex(@"(^|[\s,(.])\*\s*(,|$|\n|\bfrom\b)")]
    private static partial Regex Star();

    [GeneratedRegex(@"\b\w*[A-Z]\w*\b")]
    private static partial Regex Capital();
}
