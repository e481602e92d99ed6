using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Functions written in C# that the engine calls: their arguments, their rows, their errors.</summary>
[TestFixture]
public sealed class FunctionTests
{
    [Test]
    public void ScalarFunction_IsCalledForEveryRow()
    {
        using var connection = InMemory.Open();
        connection.RegisterScalarFunction<int, int>("twice", n => n * 2);

        Assert.That(
            connection.Scalar<long>("select cast(sum(twice(cast(n as integer))) as bigint) from range(10000) as r(n)"),
            Is.EqualTo(99_990_000));
    }

    [Test]
    public void ScalarFunctionThatThrows_FailsTheStatementOnly()
    {
        using var connection = InMemory.Open();
        connection.RegisterScalarFunction<int, int>("refuse", (int n) => throw new InvalidOperationException("not this one"));

        Assert.Multiple(() =>
        {
            Assert.That(
                () => connection.Scalar<int>("select refuse(1)"),
                Throws.TypeOf<DuckDBException>().With.Message.Contains("not this one"));
            Assert.That(connection.Scalar<int>("select 1"), Is.EqualTo(1));
        });
    }

    [Test]
    public void TableFunction_TakesArgumentsOfManyTypes()
    {
        using var connection = InMemory.Open();
        connection.RegisterTableFunction<long, string, DateTime, decimal>(
            "echo",
            arguments => new TableFunction([new ColumnInfo("line", typeof(string))], Lines(arguments)),
            (item, writers, row) => writers[0].WriteValue((string)item!, row));

        Assert.That(
            connection.Scalar<string>("""
                select string_agg(line, '|') from echo(2::bigint, 'Größe', timestamp '2018-12-31 23:59', 1.50::decimal(18, 2))
                """),
            Is.EqualTo("0 Größe 2018-12-31 23:59 1.50|1 Größe 2018-12-31 23:59 1.50"));
    }

    // Arguments are only there while the call is being planned, so the lines are made at once.
    private static List<string> Lines(IReadOnlyList<IDuckDBValueReader> arguments) =>
        Enumerable.Range(0, (int)arguments[0].GetValue<long>())
            .Select(n => string.Create(
                CultureInfo.InvariantCulture,
                $"{n} {arguments[1].GetValue<string>()} {arguments[2].GetValue<DateTime>():yyyy-MM-dd HH:mm}"
                + $" {arguments[3].GetValue<decimal>():0.00}"))
            .ToList();
}
