using Stp.Tests.Support;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Warehouse;

[TestFixture]
public sealed class WarehouseSessionTests
{
    [Test]
    public void FailedStatement_IsNamedByItsFirstLine()
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);

        Assert.That(
            () => session.Execute("-- visits: one row per visit.\nselect * from nowhere"),
            Throws.TypeOf<WarehouseException>().With.Message.Contains("nowhere").And.Message.EndsWith("(in: visits: one row per visit.)"));
    }

    [TestCase("select cast('O''Brien, 999 000 0018' as bigint)", "Conversion Error: ", "INT64")]
    [TestCase("select cast('O''Brien' || chr(10) || '9990000018' as bigint)", "Conversion Error: ", "string")]
    [TestCase("select cast('1980-13-01 O''Brien' as date)", "Conversion Error: ", "date")]
    [TestCase("select cast(9990000018 as integer)", "Conversion Error: ", "INT32")]
    [TestCase("create table t (n bigint primary key); insert into t values (9990000018), (9990000018)", "Constraint Error: ", "key")]
    public void ValueThatDoesNotFit_IsNotInTheMessage(string sql, string kind, string word)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);

        Assert.That(
            () => session.Execute($"-- values\n{sql}"),
            Throws.TypeOf<WarehouseException>().With.Message.StartsWith(kind).And.Message.Contains(word)
                .And.Message.Not.Contains("Brien").And.Message.Not.Match("999|1980"));
    }

    [Test]
    public void Transaction_ThatThrows_LeavesNothing_AndTheSessionGoesOn()
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute("create table t (n integer)");

        Assert.That(
            () => session.InTransaction(() =>
            {
                session.Execute("insert into t values (1)");
                throw new InvalidOperationException("in the middle");
            }),
            Throws.InvalidOperationException.With.Message.EqualTo("in the middle"));
        session.InTransaction(() => session.Execute("insert into t values (2)"));
        Assert.That(session.Query<int>("select n from t"), Is.EqualTo([2]));
    }

    [Test]
    public void Cancelled_ThrowsAsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var session = WarehouseSession.OpenInMemory(cancellation.Token);
        cancellation.Cancel();

        Assert.That(() => session.Scalar<int>("select 1"), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void CancelledWhileAStatementRuns_IsInterrupted()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var session = WarehouseSession.OpenInMemory(cancellation.Token);

        Assert.That(
            () => session.Scalar<long>("select count(*) from range(3000000) as a (n), range(3000000) as b (m) where (n * 7 + m) % 1000003 = 5"),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void FileThatIsNoWarehouse_IsNamed()
    {
        using var folder = new TempFolder();
        var file = folder.Write("stp.duckdb", new string('x', 20_000));

        Assert.That(
            () => WarehouseSession.OpenWritable(file, CancellationToken.None),
            Throws.TypeOf<WarehouseException>().With.Message.StartsWith($"The warehouse file {file} cannot be opened: "));
    }
}
