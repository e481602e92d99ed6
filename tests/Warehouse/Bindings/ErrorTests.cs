using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>An error says what was wrong, and the connection goes on.</summary>
[TestFixture]
public sealed class ErrorTests
{
    // DuckDB.NET knows the kind of an error only where the statement got as far as running.
    [TestCase("selec 1", DuckDBErrorType.Invalid, "syntax error")]
    [TestCase("select * from no_such_table", DuckDBErrorType.Invalid, "no_such_table")]
    [TestCase("select no_such_column from t", DuckDBErrorType.Invalid, "no_such_column")]
    [TestCase("select * from read_parquet('/no/such/file.parquet')", DuckDBErrorType.Invalid, "No files found")]
    [TestCase("insert into t values (1)", DuckDBErrorType.Constraint, "Duplicate key")]
    [TestCase("insert into t values (null)", DuckDBErrorType.Constraint, "NOT NULL")]
    [TestCase("select cast(300 as tinyint)", DuckDBErrorType.Conversion, "out of range")]
    [TestCase("select cast('København' as integer)", DuckDBErrorType.Conversion, "København")]
    [TestCase("select 9223372036854775807 + 1::bigint", DuckDBErrorType.OutOfRange, "Overflow")]
    [TestCase("select 1; select error('said so'); select 2", DuckDBErrorType.InvalidInput, "said so")]
    public void FailedStatement_SaysWhyAndLeavesTheConnectionUsable(string sql, DuckDBErrorType type, string message)
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer primary key); insert into t values (1)");

        Assert.Multiple(() =>
        {
            var error = Assert.Throws<DuckDBException>(() => Drain(connection, sql));
            Assert.That(error?.ErrorType, Is.EqualTo(type));
            Assert.That(error?.Message, Does.Contain(message));
            Assert.That(connection.Scalar<int>("select n from t"), Is.EqualTo(1));
        });
    }

    [Test]
    public void ErrorInsideATransaction_CanBeRolledBack()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer primary key)");
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("insert into t values (1)");
            Assert.Throws<DuckDBException>(() => connection.Run("insert into t values (1)"));
            transaction.Rollback();
        }

        Assert.That(connection.Scalar<long>("select count(*) from t"), Is.Zero);
    }

    [Test]
    public void DatabaseThatCannotBeOpened_SaysWhichFile()
    {
        using var connection = new DuckDBConnection("DataSource=/no/such/folder/warehouse.duckdb");

        Assert.That(connection.Open, Throws.TypeOf<DuckDBException>().With.Message.Contains("/no/such/folder"));
    }

    [Test]
    public void UnknownSetting_IsRefused() =>
        Assert.That(
            () =>
            {
                using var connection = new DuckDBConnection("DataSource=:memory:;no_such_setting=1");
                connection.Open();
            },
            Throws.Exception.With.Message.Contains("no_such_setting"));

    private static void Drain(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
                _ = reader.GetValue(0);
        }
        while (reader.NextResult());
    }
}
