using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>Nights that follow each other come to the same as one load of everything.</summary>
[TestFixture]
public sealed class NightsTests
{
    [Test]
    public void ThreeNights_EqualOneLoadButForDeletions_AndAFullRefreshSeesThose()
    {
        using var whole = Workplace.OfRefreshWithAllFeeds();
        using var place = Workplace.OfSampleWithAllFeeds();
        foreach (var night in new[] { "2018-12-10", "2018-12-20", Workplace.LastNight })
        {
            Assert.That(place.Stp("refresh", "--as-of", night).ExitCode, Is.Zero);
        }

        Assert.Multiple(() =>
        {
            Assert.That(PlantedFeed.All.Select(feed => DeletedSince(place, feed, "2018-12-11")), Has.Some.Positive);
            foreach (var feed in PlantedFeed.All)
            {
                Assert.That(RowsMoreThanIn(whole, place, feed), Is.EqualTo(DeletedSince(place, feed, "2018-12-11")), feed.Feed);
            }

            Assert.That(HashWithoutDeleted(place), Is.EqualTo(HashWithoutDeleted(whole)));
        });

        var full = place.Stp("refresh", "--full");

        Assert.Multiple(() =>
        {
            Assert.That(full.ExitCode, Is.Zero, full.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(whole.FactsInService()));
            Assert.That(KpiValues(place), Is.EqualTo(KpiValues(whole)));
        });
    }

    [Test]
    public void FullRefreshAtAnEarlierDay_LeavesNoGapBehind()
    {
        using var whole = Workplace.OfRefresh();
        using var place = Workplace.OfRefresh();

        Assert.That(place.Stp("refresh", "--full", "--as-of", "2018-12-10").ExitCode, Is.Zero);
        Assert.That(Attendances(place), Has.Count.LessThan(Attendances(whole).Count));
        Assert.That(place.Stp("refresh").ExitCode, Is.Zero);

        Assert.That(HashWithoutDeleted(place), Is.EqualTo(HashWithoutDeleted(whole)));
    }

    [Test]
    public void RunsWithinASecond_AreNamedInTheirOrder()
    {
        using var place = Workplace.OfRefresh();
        var before = RunIds(place);

        for (var run = 0; run < 3; run++)
        {
            Assert.That(place.Stp("refresh", "--feed", "ae_monthly_return").ExitCode, Is.Zero);
            Assert.That(RunIds(place)[^1], Is.Not.EqualTo(before[^1]), "the newest run sorts last");
            before = RunIds(place);
        }

        Assert.That(before.Select(id => id.Length).Distinct().ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void WarehouseBuiltAgainFromOtherData_IsPublished()
    {
        using var place = Workplace.OfRefresh();
        var file = Path.Combine(place.Data.DropOf("ae_monthly_return"), "ae_attendances.csv");
        var lines = File.ReadAllLines(file);
        lines[1] = string.Join(',', [.. lines[1].Split(',')[..3], "1234", "234", "34"]);
        File.WriteAllLines(file, lines);
        Directory.Delete(place.Data.Landing, recursive: true);
        File.Delete(place.Data.WorkFile);

        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.Output, Does.Contain("publish  snapshot"), result.ToString());
            Assert.That(result.Output, Does.Contain("see ops.data_test"), "the reconciliation notices");
            Assert.That(
                place.Query<string>("select example from ops.data_test where data_test = 'ae_return_reconciliation__attendances_agree'").Single(),
                Does.Contain("month_date=2015-04-01, attendances="), "dates read as everywhere");
            Assert.That(place.Query<long>("select count(*) from star.fact_ae_monthly_return where attendances = 1234"), Is.EqualTo(new[] { 1L }));
        });
    }

    private static List<string> RunIds(Workplace place) =>
        [.. Directory.GetFiles(place.Data.Runs, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<long> Attendances(Workplace place) => place.Query<long>("select attendance_id from star.fact_ae_attendance");

    /// <summary>Rows that vanished at the source after a night: no later extract names them, so only a full refresh sees it.</summary>
    private static long DeletedSince(Workplace place, PlantedFeed feed, string night)
    {
        using var session = WarehouseSession.OpenReadOnly(place.Data.SampleSource, CancellationToken.None);
        return session.Scalar<long>(
            $"""
            select count(distinct RowKey)
            from sample.PlantedFault
            where Feed = '{feed.Feed}' and Fault = 'deleted row' and PlantedAt >= timestamp '{night}' and PlantedAt < timestamp '2019-01-01'
            """);
    }

    private static long RowsMoreThanIn(Workplace other, Workplace place, PlantedFeed feed) => Rows(place, feed) - Rows(other, feed);

    private static long Rows(Workplace place, PlantedFeed feed) => place.Query<long>($"select count(*) from star.{feed.Fact}").Single();

    private static string HashWithoutDeleted(Workplace place)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.SampleSource}' as source (read_only)");
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only); use published");
        return Facts.HashOf(session, PlantedFeed.All.ToDictionary(feed => feed.Fact, feed => feed.Deleted("source.")));
    }

    private static IReadOnlyList<string> KpiValues(Workplace place) =>
        place.Query<string>("select cast(v as text) from scorecard.kpi_value as v order by kpi, level, ods_code, period_kind, period_end_date");
}
