using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>However the nights fall, the incremental loads end where one full load ends.</summary>
[TestFixture]
public sealed class IncrementalLoadTests
{
    private static readonly DateOnly Beginning = new(2015, 6, 30);
    private static readonly DateOnly End = new(2018, 12, 31);

    /// <summary>Keys of organisations are given in the order in which they are met, so rows are compared by code.</summary>
    private const string Rows =
        """
        select f.* exclude (batch_key, provider_key, commissioner_key), p.ods_code as provider, c.ods_code as commissioner
        from star.fact_ae_attendance as f
        inner join star.dim_organisation as p on p.organisation_key = f.provider_key
        inner join star.dim_organisation as c on c.organisation_key = f.commissioner_key
        """;

    [TestCase(1)]
    [TestCase(2)]
    public void RandomNights_EndAsOneFullLoad(int seed)
    {
        using var full = new FeedRoad(TinySample.Built.Data);
        using var incremental = new FeedRoad(TinySample.Built.Data);
        full.Run("ae_attendance", End);
        foreach (var night in Nights(seed))
        {
            Assert.That(incremental.Run("ae_attendance", night).Failure, Is.Null, $"night of {night:yyyy-MM-dd}");
        }

        // A deletion leaves no trace at the source: only a full load, or reconciliation, finds it.
        var deleted = string.Join(", ", TinySample.Built.Source.Query<long>("select RowKey from sample.PlantedFault where Fault = 'deleted row'"));
        Assert.That(Hash(incremental, deleted), Is.EqualTo(Hash(full, deleted)));

        incremental.Run("ae_attendance", End, isFull: true);
        Assert.That(Hash(incremental, "-1"), Is.EqualTo(Hash(full, "-1")), "and a full load on top heals the deletions too");
    }

    [Test]
    public void FullLoadAtAnEarlierDay_IsGoneOnFromThere()
    {
        using var full = new FeedRoad(TinySample.Built.Data);
        using var road = new FeedRoad(TinySample.Built.Data);
        full.Run("ae_attendance", End);
        road.Run("ae_attendance", End);
        road.Run("ae_attendance", new DateOnly(2018, 6, 30), isFull: true);
        Assert.That(road.Warehouse.Loader.LastDay("ae_attendance", new DateOnly(2018, 12, 31)), Is.EqualTo(new DateOnly(2018, 6, 30)));

        road.Run("ae_attendance", End);
        Assert.That(Hash(road, "-1"), Is.EqualTo(Hash(full, "-1")));
    }

    private static IEnumerable<DateOnly> Nights(int seed)
    {
        var random = new Random(seed);
        var days = End.DayNumber - Beginning.DayNumber;
        var nights = Enumerable.Range(0, 4).Select(_ => Beginning.AddDays(random.Next(days))).Append(Beginning).Append(End).Append(End).Order();
        return [.. nights];
    }

    private static string Hash(FeedRoad road, string without) => road.Warehouse.Session.Query<string>(
        $"select cast(sum(cast(hash(r) as hugeint)) as text) || ' over ' || count(*) from ({Rows} where attendance_id not in ({without})) as r")[0];
}
