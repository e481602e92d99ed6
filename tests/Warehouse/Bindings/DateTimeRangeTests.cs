using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Our own calendar arithmetic agrees with the engine's, over a range much wider than .NET's.</summary>
[TestFixture]
public sealed class DateTimeRangeTests
{
    [Test]
    public void EveryFewDaysOfTheWholeRange_AgreeWithTheEngine()
    {
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            select d, year(d), month(d), day(d)
            from (
                select cast('0001-01-01' as date) + cast(n * 13 as integer) as d from range(-100000, 400000) as r(n)
                union all select unnest(['5881580-07-10'::date, '5877642-06-25 (BC)'::date, '0000-02-29'::date])
            )
            """;
        using var reader = command.ExecuteReader();
        var differing = 0;
        var rows = 0;
        while (reader.Read())
        {
            rows++;
            var date = reader.GetFieldValue<DuckDBDateOnly>(0);
            var same = date.Year == reader.GetInt64(1) && date.Month == reader.GetInt64(2) && date.Day == reader.GetInt64(3)
                && DuckDBDateOnly.FromDuckDBDate(date.ToDuckDBDate()).Equals(date);
            differing += same ? 0 : 1;
        }

        Assert.That((rows, differing), Is.EqualTo((500_003, 0)));
    }

    [TestCase(int.MaxValue)]
    [TestCase(-int.MaxValue)]
    [TestCase(0)]
    [TestCase(-1)]
    public void DayCount_SurvivesTheCalendar(int days) =>
        Assert.That(DuckDBDateOnly.FromDuckDBDate(new DuckDBDate { Days = days }).ToDuckDBDate().Days, Is.EqualTo(days));

    [TestCase(long.MaxValue)]
    [TestCase(-long.MaxValue)]
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(1_540_690_215_123_456)]
    public void Microseconds_SurviveTheCalendar(long micros) =>
        Assert.That(
            DuckDBTimestamp.FromDuckDBTimestampStruct(new DuckDBTimestampStruct { Micros = micros }).ToDuckDBTimestampStruct().Micros,
            Is.EqualTo(micros));

    [TestCase("date")]
    [TestCase("timestamp")]
    public void Infinity_IsRefusedAsADateTimeAndLeavesTheReaderUsable(string type)
    {
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select unnest([cast('infinity' as {type}), cast('-infinity' as {type}), cast('2018-12-31' as {type})])";
        using var reader = command.ExecuteReader();

        Assert.Multiple(() =>
        {
            Assert.That(reader.Read(), Is.True);
            Assert.That(() => reader.GetFieldValue<DateTime>(0), Throws.Exception);
            Assert.That(reader.Read(), Is.True);
            Assert.That(() => reader.GetFieldValue<DateTime>(0), Throws.Exception);
            Assert.That(reader.Read(), Is.True);
            Assert.That(reader.GetFieldValue<DateTime>(0), Is.EqualTo(new DateTime(2018, 12, 31)));
        });
    }

    [Test]
    public void IntervalWithMonths_CountsThirtyDaysForEachAsTheEngineDoes()
    {
        using var connection = InMemory.Open();

        Assert.Multiple(() =>
        {
            Assert.That(connection.Scalar<TimeSpan>("select interval '1 month 2 days'"), Is.EqualTo(TimeSpan.FromDays(32)));
            Assert.That(connection.Scalar<bool>("select interval '1 month 2 days' = $1", TimeSpan.FromDays(32)), Is.True);
        });
    }
}
