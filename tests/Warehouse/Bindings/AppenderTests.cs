using System.Globalization;
using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>The bulk road into a table, over many chunks and with nulls everywhere.</summary>
[TestFixture]
public sealed class AppenderTests
{
    private const int Rows = 300_000;
    private static readonly DateTime Start = new(2015, 4, 1);

    [Test]
    public void ManyRowsOfEveryCommonType_ArriveWhole()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n bigint, s varchar, b boolean, d decimal(18, 2), day date, moment timestamp, u uuid, x double)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var n = 0; n < Rows; n++)
                Append(appender, n);
        }

        Assert.That(
            connection.Scalar<string>("""
                select concat_ws(' ', count(*), sum(n), count(s), sum(length(s)), count(*) filter (b), sum(d),
                    min(day), max(moment), count(distinct u), sum(x)) from t
                """),
            Is.EqualTo(Expected()));
    }

    [Test]
    public void ValueThatDoesNotFit_FailsAndTheTableStaysAsItWas()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer not null)");

        Assert.Multiple(() =>
        {
            Assert.Throws<DuckDBException>(() =>
            {
                using var appender = connection.CreateAppender("t");
                appender.CreateRow().AppendValue((int?)1).EndRow();
                appender.CreateRow().AppendNullValue().EndRow();
                appender.Close();
            });
            Assert.That(connection.Scalar<long>("select count(*) from t"), Is.Zero);
        });
    }

    [Test]
    public void Default_IsTheColumnsOwn()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer, s varchar default 'unknown to the source')");
        using (var appender = connection.CreateAppender("t"))
            appender.CreateRow().AppendValue((int?)1).AppendDefault().EndRow();

        Assert.That(connection.Scalar<string>("select s from t"), Is.EqualTo("unknown to the source"));
    }

    private static void Append(DuckDBAppender appender, int n)
    {
        var row = appender.CreateRow().AppendValue((long?)n);
        if (n % 3 == 0)
        {
            for (var column = 0; column < 7; column++)
                row.AppendNullValue();
        }
        else
        {
            row.AppendValue(Text(n)).AppendValue((bool?)(n % 2 == 0)).AppendValue((decimal?)(n / 100m))
                .AppendValue((DateOnly?)DateOnly.FromDateTime(Start.AddDays(n % 1000))).AppendValue((DateTime?)Start.AddSeconds(n))
                .AppendValue((Guid?)new Guid(n, 0, 0, new byte[8])).AppendValue((double?)0.5);
        }

        row.EndRow();
    }

    private static string Expected()
    {
        var filled = Enumerable.Range(0, Rows).Where(n => n % 3 != 0).ToList();
        return string.Join(' ', new object[]
        {
            Rows, Rows * (Rows - 1L) / 2, filled.Count, filled.Sum(n => (long)Text(n).Length), filled.Count(n => n % 2 == 0),
            filled.Sum(n => n / 100m).ToString("0.00", CultureInfo.InvariantCulture), "2015-04-01", "2015-04-04 11:19:59",
            filled.Count, (filled.Count / 2).ToString("0.0", CultureInfo.InvariantCulture),
        });
    }

    private static string Text(int n) => new('t', n % 30);
}
