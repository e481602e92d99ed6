using System.Globalization;
using Stp.Tests.Support;

namespace Stp.Tests.EndToEnd;

/// <summary>Analysts who read all night: never an error, never half a refresh, and whoever is reading goes on reading what they opened.</summary>
[TestFixture]
public sealed class ReaderTests
{
    /// <summary>The publication, and sums of its facts and of its scorecard that no other publication shares.</summary>
    private const string Question =
        """
        select
            (select publication_id from scorecard.publication) as id,
            (select count(*) from star.fact_ae_attendance) as attendances,
            (select cast(sum(value) as bigint) from scorecard.measure_value where measure = 'ae_attendances' and basis = 'provider') as measured
        """;

    [Test]
    public async Task ReadersThroughThreeRefreshes_SeeWholePublicationsOnly()
    {
        using var place = Workplace.OfSample();
        Assert.That(place.Stp("refresh", "--as-of", "2018-12-10").ExitCode, Is.Zero);
        using var stop = new CancellationTokenSource();
        using var longReader = place.Published();
        var opened = longReader.Scalar<long>("select count(*) from star.fact_ae_attendance");
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadOn(place, stop.Token))).ToList();
        var truth = new HashSet<string> { Truth(place) };

        foreach (var night in new[] { "2018-12-14", "2018-12-20", Workplace.LastNight })
        {
            Assert.That(place.Stp("refresh", "--as-of", night).ExitCode, Is.Zero);
            truth.Add(Truth(place));
        }

        await stop.CancelAsync();
        var answers = (await Task.WhenAll(readers)).SelectMany(each => each).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(truth, Has.Count.EqualTo(4));
            Assert.That(answers.Where(answer => answer.ExitCode != 0).Select(answer => answer.ToString()), Is.Empty);
            Assert.That(answers.Select(Line).Distinct(), Is.SubsetOf(truth));
            Assert.That(answers.Select(Line).Distinct().Count(), Is.GreaterThan(1), "they read while publications changed");
            Assert.That(longReader.Scalar<long>("select count(*) from star.fact_ae_attendance"), Is.EqualTo(opened));
        });
    }

    private static List<StpResult> ReadOn(Workplace place, CancellationToken stop)
    {
        var answers = new List<StpResult>();
        do
        {
            answers.Add(place.Stp("query", "--format", "csv", Question));
        }
        while (!stop.IsCancellationRequested);
        return answers;
    }

    private static string Line(StpResult answer) => answer.Output.Split('\n').ElementAtOrDefault(1) ?? string.Empty;

    private static string Truth(Workplace place)
    {
        using var session = place.Published();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.InService},{session.Scalar<long>("select count(*) from star.fact_ae_attendance")},{session.Scalar<long>($"select measured from ({Question})")}");
    }
}
