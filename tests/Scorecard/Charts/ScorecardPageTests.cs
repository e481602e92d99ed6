using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Svg;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;
using Stp.Scorecard.Status;
using Stp.Tests.Scorecard.Packs;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard.Charts;

[TestFixture]
public sealed class ScorecardPageTests
{
    private const string LongWords = "A measure whose title is far too long for any column that a page of this width could ever offer to its readers";

    private static IEnumerable<TestCaseData> Packs()
    {
        yield return new TestCaseData(SomePack.Usual()).SetArgDisplayNames("usual");
        yield return new TestCaseData(With([SomePack.Usual().Rows.First()])).SetArgDisplayNames("one KPI");
        yield return new TestCaseData(With([])).SetArgDisplayNames("no KPI");
        foreach (var count in new[] { 12, 13, 25, 60 })
            yield return new TestCaseData(With(Rows(count, row => row))).SetArgDisplayNames($"{count} KPIs");
        yield return new TestCaseData(With(Rows(25, Long))).SetArgDisplayNames("25 KPIs with long names");
        yield return new TestCaseData(With(Rows(5, Long))).SetArgDisplayNames("5 KPIs with long names");
        yield return new TestCaseData(With(Rows(10, Huge))).SetArgDisplayNames("huge and negative values");
        yield return new TestCaseData(With(Rows(10, row => row with { Status = RagStatus.Grey }))).SetArgDisplayNames("all grey");
        yield return new TestCaseData(With(Rows(25, Empty))).SetArgDisplayNames("no data");
        yield return new TestCaseData(With(Rows(8, SixOrganisations))).SetArgDisplayNames("six organisations");
    }

    [TestCaseSource(nameof(Packs))]
    public void Texts_NeverOverlapNorLeaveThePage(Pack pack)
    {
        foreach (var page in ScorecardPage.Canvases(pack, TextMeasure.Bundled))
        {
            var texts = page.Texts;
            var collisions = from i in Enumerable.Range(0, texts.Count)
                             from j in Enumerable.Range(i + 1, texts.Count - i - 1)
                             where texts[i].Overlaps(texts[j])
                             select $"'{texts[i].Text}' and '{texts[j].Text}'";
            var outside = texts.Where(text => text.Left < 0 || text.Top < 0 || text.Right > ScorecardPage.Width || text.Bottom > ScorecardPage.Height);
            Assert.Multiple(() =>
            {
                Assert.That(collisions, Is.Empty);
                Assert.That(outside.Select(text => text.Text), Is.Empty);
            });
        }
    }

    [TestCase(1, 1)]
    [TestCase(10, 1)]
    [TestCase(25, 3)]
    public void Kpis_TakeAsFewPagesAsReadableRowsAllow(int kpis, int pages) =>
        Assert.That(ScorecardPage.Draw(With(Rows(kpis, row => row)), TextMeasure.Bundled), Has.Count.EqualTo(pages));

    [Test]
    public void EveryKpi_StandsOnOnePage()
    {
        var pages = ScorecardPage.Canvases(With(Rows(25, row => row)), TextMeasure.Bundled);
        var titles = pages.SelectMany(page => page.Texts).Select(text => text.Text).Where(text => text.StartsWith("Measure ", StringComparison.Ordinal));
        Assert.That(titles, Is.EquivalentTo(Enumerable.Range(1, 25).Select(number => $"Measure {number}")));
    }

    [Test]
    public void LongNumber_IsWrittenSmallerButWhole()
    {
        var page = ScorecardPage.Canvases(With(Rows(1, Huge)), TextMeasure.Bundled)[0];
        Assert.That(page.Texts.Select(text => text.Text), Does.Contain("−£12,345,678,901.2m"));
    }

    [Test]
    public void FiveTrusts_AreNamedInFull_AndNoWiderForThoseOfAnotherPage()
    {
        var page = ScorecardPage.Canvases(With(Rows(9, FiveTrusts)), TextMeasure.Bundled)[0];
        var pages = ScorecardPage.Canvases(With([.. Rows(18, row => row).Take(12), .. Rows(18, FiveTrusts).Skip(12)]), TextMeasure.Bundled);
        Assert.Multiple(() =>
        {
            Assert.That(page.Texts.Select(text => text.Text), Does.Contain("Lewisham & Greenwich").And.Contain("Guy's & St Thomas'"));
            Assert.That(pages, Has.Count.EqualTo(2));
            Assert.That(pages[0].Texts.Select(text => text.Text), Has.None.StartsWith("Lewisham & Gree…"));
        });
    }

    [Test]
    public void KpiWithoutData_StaysAndSaysWhy()
    {
        var texts = Texts(SomePack.Usual());
        Assert.Multiple(() =>
        {
            Assert.That(texts, Does.Contain("Seven-day standards, population covered"));
            Assert.That(texts, Does.Contain("Not collected yet: the first return is due on 15 January 2019"));
            Assert.That(texts, Does.Contain("TBC"));
        });
    }

    [Test]
    public void UsualPage_IsAsApproved() => Approved.Match(ScorecardPage.Draw(SomePack.Usual(), TextMeasure.Bundled)[0].Text, "scorecard-page");

    private static IEnumerable<string> Texts(Pack pack) =>
        ScorecardPage.Canvases(pack, TextMeasure.Bundled).SelectMany(page => page.Texts).Select(text => text.Text);

    private static Pack With(IReadOnlyList<ScorecardRow> rows) => SomePack.Of(rows, LongWords + "; " + LongWords + ".", "Nothing.");

    private static List<ScorecardRow> Rows(int count, Func<ScorecardRow, ScorecardRow> change)
    {
        var trend = SomePack.FourHourTrend();
        return
        [
            .. Enumerable.Range(0, count).Select(i => change(SomePack.Row(
                $"kpi_{i + 1}", $"Measure {i + 1}", (Perspective)(i * 4 / count), trend, (RagStatus)(i % 4)))),
        ];
    }

    private static ScorecardRow Long(ScorecardRow row) => row with
    {
        Title = LongWords,
        LatestMonth = "Nov 2018",
        DataNote = $"stale: data to 30 November 2018 because {LongWords}",
        Organisations = [.. row.Organisations.Select(organisation => organisation with { ShortName = LongWords })],
    };

    private static ScorecardRow Huge(ScorecardRow row) => row with
    {
        Latest = "−£12,345,678,901.2m", LatestMonth = "Nov 2018", Baseline = "£12,345,678,901.2m", Plan = "−£12,345,678,901.2m", Target = "£12,345,678,901.2m",
        Variance = "−£24,691,357,802.4m", YearToDate = "−£12,345,678,901.2m",
        Organisations = [.. row.Organisations.Select(organisation => organisation with { Value = "−£12,345,678.9m" })],
    };

    private static ScorecardRow Empty(ScorecardRow row) => row with
    {
        Latest = "–", Baseline = "TBC", Plan = "–", Target = "TBC", Variance = "–", YearToDate = "–", Status = RagStatus.Grey, DataNote = "no data",
        Reason = LongWords + " " + LongWords, Organisations = [],
    };

    private static ScorecardRow FiveTrusts(ScorecardRow row) => row with
    {
        Organisations =
        [
            .. new[] { "Guy's & St Thomas'", "King's", "Lewisham & Greenwich", "Oxleas", "SLaM" }
                .Select((name, i) => new OrganisationStatus($"T{i}", name, "101.7%", (RagStatus)(i % 4))),
        ],
    };

    private static ScorecardRow SixOrganisations(ScorecardRow row) => row with
    {
        Organisations =
        [
            .. new[] { "Bexley", "Bromley", "Greenwich", "Lambeth", "Lewisham", "Southwark" }
                .Select((name, i) => new OrganisationStatus($"0{i}", name + " and its neighbours", "101.5%", (RagStatus)(i % 4))),
        ],
    };
}
