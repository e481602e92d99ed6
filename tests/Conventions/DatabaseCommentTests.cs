using Stp.Tests.Support;

namespace Stp.Tests.Conventions;

/// <summary>Every table, view and column that an analyst can see says what it means.</summary>
[TestFixture]
public sealed class DatabaseCommentTests
{
    private const string Seen = "schema_name in ('star', 'mart', 'scorecard', 'ops')";

    [TestCase("tables", "select schema_name || '.' || table_name from duckdb_tables() where comment is null and " + Seen)]
    [TestCase("views", "select schema_name || '.' || view_name from duckdb_views() where comment is null and " + Seen)]
    [TestCase("columns", "select schema_name || '.' || table_name || '.' || column_name from duckdb_columns() where comment is null and " + Seen)]
    public void EverythingThatAnalystsSee_HasAComment(string what, string withoutComment)
    {
        using var warehouse = WarehouseFixture.OfProgram();

        Assert.Multiple(() =>
        {
            Assert.That(warehouse.Rows(withoutComment), Is.Empty, $"{what} without a comment");
            Assert.That(warehouse.Rows(withoutComment.Replace("comment is null", "comment is not null", StringComparison.Ordinal)), Is.Not.Empty);
        });
    }

    [Test]
    public void Comments_EndAsSentences()
    {
        using var warehouse = WarehouseFixture.OfProgram();

        Assert.That(
            warehouse.Rows($"select table_name || '.' || column_name || ': ' || comment from duckdb_columns() where {Seen} and not comment like '%.'"),
            Is.Empty);
    }
}
