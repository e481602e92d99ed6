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
