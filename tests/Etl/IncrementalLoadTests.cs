using Stp.Etl.Config;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Tests.EndToEnd;
using Stp.Tests.Support;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Etl;

/// <summary>However the nights fall, and in whatever order batches arrive, the incremental loads end where one full load ends.</summary>
[TestFixture]
public sealed class IncrementalLoadTests
{
    private static readonly DateOnly Beginning = new(2015, 6, 30);
    private static readonly DateOnly End = new(2018, 12, 31);

    private static IEnumerable<string> Windowed() => OfMode(FeedMode.Timestamp, FeedMode.Census);

    private static IEnumerable<string> Timestamped() => OfMode(FeedMode.Timestamp);

    [Test]
    public void RandomNights_EndAsOneFullLoad([ValueSource(nameof(Windowed))] string feed, [Values(1, 2)] int seed)
    {
        using var full = new FeedRoad(TinySample.Built.Data);
        using var incremental = new FeedRoad(TinySample.Built.Data);
        full.Run(feed, End);
        foreach (var night in Nights(seed))
        {
            Assert.That(incremental.Run(feed, night).Failure, Is.Null, $"night of {night:yyyy-MM-dd}");
        }

        Assert.That(HashWithoutDeleted(incremental, feed), Is.EqualTo(HashWithoutDeleted(full, feed)));

        incremental.Run(feed, End, isFull: true);
        Assert.That(Facts.HashOf(incremental.Warehouse.Session), Is.EqualTo(Facts.HashOf(full.Warehouse.Session)), "and a full load on top heals the deletions too");
    }

    [Test]
    public void BatchesInRandomOrder_EndAsOneFullLoad([ValueSource(nameof(Timestamped))] string feed, [Values(1, 2, 3)] int seed)
    {
        using var full = new FeedRoad(TinySample.Built.Data);
        using var shuffled = new FeedRoad(TinySample.Built.Data);
        full.Run(feed, End);
        var ends = Nights(seed).Distinct().Select(night => night.AddDays(1).ToDateTime(TimeOnly.MinValue)).ToList();
        var batches = ends.Select((end, at) => shuffled.Land(feed, new ExtractWindow(at == 0 ? ExtractWindow.Beginning : ends[at - 1], end))).ToArray();
        new Random(seed).Shuffle(batches);
        foreach (var batch in batches)
        {
            shuffled.Warehouse.Loader.Load(FeedContract.Of(Repository.Feed(feed)), batch, shuffled.PathOf(batch));
        }

        Assert.That(HashWithoutDeleted(shuffled, feed), Is.EqualTo(HashWithoutDeleted(full, feed)), string.Join(", ", batches.Select(batch => batch.WindowEnd)));
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
        Assert.That(HashWithoutDeleted(road, "ae_attendance"), Is.EqualTo(HashWithoutDeleted(full, "ae_attendance")));
    }

    private static IEnumerable<string> OfMode(params FeedMode[] modes) =>
        Repository.Config.Feeds.Where(feed => modes.Contains(feed.Mode) && Repository.Config.Sources[feed.Source].Kind == SourceKind.Sample).Select(feed => feed.Id);

    private static List<DateOnly> Nights(int seed)
    {
        var random = new Random(seed);
        var days = End.DayNumber - Beginning.DayNumber;
        var nights = Enumerable.Range(0, 4).Select(_ => Beginning.AddDays(random.Next(days))).Append(Beginning).Append(End).Append(End).Order();
        return [.. nights];
    }

    /// <summary>A deletion leaves no trace at the source: only a full load, or reconciliation, finds it.</summary>
    private static string HashWithoutDeleted(FeedRoad road, string feed)
    {
        var session = road.Warehouse.Session;
        session.Execute($"attach if not exists '{TinySample.Built.Data.SampleSource}' as source (read_only)");
        return Facts.HashOf(session, PlantedFeed.All.Where(planted => planted.Feed == feed).ToDictionary(planted => planted.Fact, planted => planted.Deleted("source.")));
    }
}
