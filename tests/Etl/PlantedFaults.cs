using System.Reflection;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>What is asked of the planted faults of every feed, at the source.</summary>
internal static class PlantedFaults
{
    /// <param name="standing">The rows that a reader sees at the end of 2018, as a table expression; the condition may call one <c>a</c>.</param>
    /// <param name="isTrue">What is true of the rows under the key of each fault of the kind.</param>
    public static void StandAsListed(PlantedFeed feed, string standing, string fault, string expected, string isTrue)
    {
        var rows = SharedSample.Built.Source.Query<bool>(
            $"""
            select {isTrue}
            from sample.PlantedFault as f
            left join {standing} as a on a.{feed.Key} = f.RowKey
            where f.Feed = '{feed.Feed}' and f.Fault = $fault and f.Expected = $expected
            group by f.RowKey
            """,
            new { fault, expected });

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThanOrEqualTo(2));
            Assert.That(rows, Has.All.True);
        });
    }

    /// <param name="test">The test whose cases name a kind of fault each, before what is expected of it.</param>
    /// <param name="cases">Those of the feed.</param>
    public static void AreAllTested(PlantedFeed feed, MethodInfo test, Func<object?[], bool>? cases = null)
    {
        var tested = test.GetCustomAttributes<TestCaseAttribute>(inherit: false)
            .Where(each => cases?.Invoke(each.Arguments) ?? true)
            .Select(each => (string)each.Arguments[^3]!);

        Assert.That(SharedSample.Built.Source.Query<string>($"select distinct Fault from sample.PlantedFault where Feed = '{feed.Feed}'"), Is.EquivalentTo(tested));
    }

    /// <summary>A reader of one night sees the row as it was before, and one of the next as it is after.</summary>
    /// <param name="rowsBefore">How many rows stand under the key before.</param>
    public static void ShowBetweenTwoNights(PlantedFeed feed, string fault, int rowsBefore)
    {
        var planted = SharedSample.Built.Source.Query<DateTime>(
            $"select PlantedAt from sample.PlantedFault where Feed = '{feed.Feed}' and Fault = $fault and PlantedAt >= timestamp '2018-12-01'",
            new { fault });

        Assert.That(planted, Has.Count.GreaterThanOrEqualTo(2));
        foreach (var at in planted)
        {
            var before = At(at);
            Assert.That(before, Has.Count.EqualTo(rowsBefore));
            Assert.That(At(at.AddSeconds(1)), Is.Not.EqualTo(before));
        }

        IReadOnlyList<DateTime> At(DateTime instant) => SharedSample.Built.Source.Query<DateTime>(
            $"""
            select a.ModifiedAt
            from history.{feed.Table} as a
            inner join sample.PlantedFault as f on f.RowKey = a.{feed.Key}
            where f.Feed = '{feed.Feed}'
              and f.Fault = $fault
              and f.PlantedAt between $instant - interval 1 second and $instant
              and a.RecordedAt < $instant
              and (a.SupersededAt is null or a.SupersededAt >= $instant)
            """,
            new { fault, instant });
    }
}
