using Dapper;
using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>The least that must work before anything else can: the library loads, a query answers, Dapper maps it.</summary>
[TestFixture]
public sealed class FirstQueryTests
{
    [Test]
    public void InMemoryDatabase_AnswersAQuery()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select 40 + 2";

        Assert.That(command.ExecuteScalar(), Is.EqualTo(42));
    }

    [Test]
    public void DapperQuery_BindsParametersAndMapsRows()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");

        var trusts = connection.Query<Trust>(
            "select code as Code, beds as Beds from (values ('RJ1', 1100), ('RJZ', $beds)) as t(code, beds) order by code",
            new { beds = 950 });

        Assert.That(trusts, Is.EqualTo(new[] { new Trust("RJ1", 1100), new Trust("RJZ", 950) }));
    }

    [Test]
    public void OpenedDatabase_IsTheVersionThatIsPinned()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();

        Assert.That(connection.ServerVersion, Does.Contain("1.5.6"));
    }

    private sealed record Trust(string Code, int Beds);
}
