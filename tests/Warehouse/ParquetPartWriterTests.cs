using DuckDB.NET.Data;
using Stp.Tests.Warehouse.Bindings;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class ParquetPartWriterTests : LandingFixture
{
    [TestCase(0, new long[] { 0 })]
    [TestCase(1, new long[] { 1 })]
    [TestCase(4_999, new long[] { 4_999 })]
    [TestCase(5_000, new long[] { 5_000 })]
    [TestCase(5_001, new long[] { 5_000, 1 })]
    [TestCase(15_000, new long[] { 5_000, 5_000, 5_000 })]
    [TestCase(15_001, new long[] { 5_000, 5_000, 5_000, 1 })]
    public void Rows_AreCutIntoPartsOfTheGivenSizeInOrder(int rows, long[] expected)
    {
        var query = $"select n, 'row number ' || n as s from range({rows}) as r(n) order by n";

        var parts = Land(query, rowsPerPart: 5_000);

        Assert.Multiple(() =>
        {
            Assert.That(parts.Select(part => part.Rows), Is.EqualTo(expected));
            Assert.That(
                parts.Select(part => part.FileName),
                Is.EqualTo(Enumerable.Range(1, expected.Length).Select(n => FormattableString.Invariant($"part-{n:000}.parquet"))));
            Assert.That(parts.Select(part => part.Bytes), Is.EqualTo(parts.Select(part => new FileInfo(PathOf(part)).Length)));
            Assert.That(DifferencesFrom(query), Is.Zero);
            Assert.That(
                Source.Scalar<long>(
                    $"select count(*) from (select n, row_number() over () - 1 as position from ({Landed()})) where n <> position"),
                Is.Zero);
        });
    }

    [Test]
    public void FunctionThatThrows_StopsBothSidesWithItsOwnException()
    {
        var cause = new InvalidOperationException("the key is missing");
        var columns = new[] { LandingColumn.Uuid("patient", row => row.GetInt64(0) == 50_000 ? throw cause : Guid.Empty) };

        Assert.That(() => Land("select n from range(10000000) as r(n)", columns), Throws.Exception.SameAs(cause));
    }

    [Test]
    public void ReaderThatFailsMidStream_GivesItsOwnException() =>
        Assert.That(
            () => Land("""
                select case when n = 200000 then cast(error('connection lost') as bigint) else n end as n
                from range(10000000) as r(n)
                """),
            Throws.TypeOf<DuckDBException>().With.Message.Contains("connection lost"));

    [Test]
    public void DirectoryThatCannotBeWritten_GivesTheReasonAndStopsTheReading()
    {
        var rows = new Count();
        Directory.CreateDirectory(Path.Combine(LandingDirectory, "part-001.parquet"));

        Assert.Multiple(() =>
        {
            Assert.That(
                () => Land("select n from range(100000000) as r(n)", rows: rows),
                Throws.TypeOf<DuckDBException>().With.Message.Contains("part-001.parquet"));
            Assert.That(rows.Latest, Is.LessThan(10_000_000));
        });
    }

    [Test]
    public void Cancellation_StopsBothSides()
    {
        using var cancellation = new CancellationTokenSource();
        var rows = new Count(seen =>
        {
            if (seen > 300_000)
                cancellation.Cancel();
        });

        Assert.Multiple(() =>
        {
            Assert.That(
                () => Land("select n from range(1000000000) as r(n)", rows: rows, cancellation: cancellation.Token),
                Throws.InstanceOf<OperationCanceledException>());
            Assert.That(rows.Latest, Is.LessThan(1_000_000));
        });
    }

    [Test]
    public void Progress_EndsAtTheNumberOfRows()
    {
        var rows = new Count();

        Land("select n from range(123457) as r(n)", rows: rows);

        Assert.That(rows.Latest, Is.EqualTo(123_457));
    }

    [Test]
    public async Task TwoWritersAtOnce_KeepTheirRowsApart()
    {
        var both = await Task.WhenAll(new[] { 1, 2 }.Select(writer => Task.Run(() =>
        {
            using var connection = InMemory.Open();
            using var reader = Query(connection, $"select {writer} as writer, n from range(300000) as r(n)");
            return new ParquetPartWriter().Write(reader, LandingColumns.Of(reader), Path.Combine(LandingDirectory, $"{writer}"), 100_000);
        })));

        Assert.Multiple(() =>
        {
            Assert.That(both.Select(parts => parts.Count), Is.All.EqualTo(3));
            Assert.That(
                Source.Scalar<long>($"""
                    select count(distinct (writer, n)) from {Files("*/*.parquet")} where filename like '%/' || writer || '/part-%'
                    """),
                Is.EqualTo(600_000));
        });
    }

    [Test]
    public void ManagedMemory_DoesNotGrowWithTheRows()
    {
        const int few = 200_000;

        Assert.That(AllocatedPerRow(few * 10), Is.LessThan(AllocatedPerRow(few) * 1.2 + 1));
    }

    /// <summary>Bytes allocated on this thread, which reads, for each row of fixed-width columns: nothing kept, nothing boxed.</summary>
    private double AllocatedPerRow(int rows)
    {
        using var reader = Query(Source, $"select n as a, n + 1 as b, timestamp '2018-01-01' as c from range({rows}) as r(n)");
        var columns = LandingColumns.Of(reader);
        var before = GC.GetAllocatedBytesForCurrentThread();
        new ParquetPartWriter().Write(reader, columns, LandingDirectory, 50_000);
        var perRow = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows;
        Assert.That(perRow, Is.LessThan(16), "A boxed value takes 24 bytes.");
        return perRow;
    }
}
