using System.Diagnostics;
using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Many rows, many threads, and statements that are told to stop.</summary>
[TestFixture]
public sealed class LoadTests
{
    [Test]
    public void TenMillionRows_StreamThroughAReader()
    {
        const long rows = 10_000_000;
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"select n, case when n % 10 = 0 then null else n % 100 end from range({rows}) as r(n)";
        using var reader = command.ExecuteReader();
        long sum = 0, nulls = 0;
        while (reader.Read())
        {
            sum += reader.GetInt64(0);
            nulls += reader.IsDBNull(1) ? 1 : 0;
        }

        Assert.That((sum, nulls), Is.EqualTo((rows * (rows - 1) / 2, rows / 10)));
    }

    [Test]
    public async Task ManyThreads_EachWithAConnectionToOneDatabase_SeeTheirOwnRows()
    {
        using var first = new DuckDBConnection("DataSource=:memory:?cache=shared");
        first.Open();
        first.Run("create table t (thread integer, n integer)");

        var sums = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() => Work(thread))));

        Assert.Multiple(() =>
        {
            Assert.That(sums, Is.All.EqualTo(50L * 49 / 2));
            Assert.That(first.Scalar<long>("select count(*) from t"), Is.EqualTo(8 * 50));
        });
    }

    [Test]
    public async Task CancelledStatement_StopsAndLeavesTheConnectionUsable()
    {
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from range(3000000) as a(n), range(3000000) as b(n) where (a.n * b.n) % 7 = 3";
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();

        await Assert.ThatAsync(() => command.ExecuteScalarAsync(stop.Token), Throws.InstanceOf<Exception>());

        Assert.Multiple(() =>
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)), "Left alone it would run for hours.");
            Assert.That(connection.Scalar<int>("select 1"), Is.EqualTo(1));
        });
    }

    [Test]
    public void OpenedAndClosedManyTimes_KeepsWorking()
    {
        for (var n = 0; n < 50; n++)
        {
            using var connection = InMemory.Open();
            Assert.That(connection.Scalar<int>("select $1", n), Is.EqualTo(n));
        }
    }

    private static long Work(int thread)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:?cache=shared");
        connection.Open();
        for (var n = 0; n < 50; n++)
            connection.Run($"insert into t values ({thread}, {n})");
        return connection.Scalar<long>("select cast(sum(n) as bigint) from t where thread = $1", thread);
    }
}
