using Stp.Scorecard.Kpis;
using Stp.Scorecard.Packs;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class PageSummaryTests
{
    private static PageSummary Of(params (KpiDefinition Kpi, KpiValue Value)[] values) => PageSummary.Of(
        Given.Partnership,
        [.. values.Select(value => value.Kpi).DistinctBy(kpi => kpi.Id)],
        Given.Organisations,
        new KpiValueIndex(values.Select(value => value.Value)),
        Given.Month("2018-12"));

    private static (KpiDefinition Kpi, KpiValue Value) Share(
        string id, decimal? value, decimal? plan = 0.90m, string organisation = "SEL", decimal? denominator = null)
    {
        var kpi = Given.Share with { Id = id, Title = $"Share {id}" };
        return (kpi, Scored.Value(kpi, value, plan, organisation, denominator: denominator));
    }

    [Test]
    public void Red_NamesItsDistanceAndTheMemberThatMostOfTheGapLiesAt()
    {
        var summary = Of(
            Share("A", 0.80m),
            Share("A", 0.70m, organisation: "RPG", denominator: 10),
            Share("A", 0.78m, organisation: "RJZ", denominator: 1000),
            Share("A", 0.95m, organisation: "RJ1", denominator: 1000));

        Assert.That(summary.NeedsAttention, Is.EqualTo("Share A: 80.0%, 10.0 points short of plan, largest gap at King's (78.0%)."));
    }

    [Test]
    public void MembersWithoutPlans_AreComparedWithThePartnershipsWhereTheKpiIsARatio()
    {
        var ofShare = Of(Share("A", 0.80m), Share("A", 0.78m, plan: null, "RJZ", 100), Share("A", 0.85m, plan: null, "RJ1", 1000));
        var ofCount = Of(
            (Given.Count, Scored.Value(Given.Count, 200, 100)),
            (Given.Count, Scored.Value(Given.Count, 120, null, "RJZ")));

        Assert.Multiple(() =>
        {
            Assert.That(ofShare.NeedsAttention, Does.EndWith("largest gap at Guy's & St Thomas' (85.0%)."));
            Assert.That(ofCount.NeedsAttention, Is.EqualTo("Attendances: 200, 100 above plan."));
        });
    }

    [Test]
    public void Reds_StandWorstFirstAndAreCountedAfterTheThird()
    {
        var summary = Of(Share("A", 0.87m), Share("B", 0.60m), Share("C", 0.80m), Share("D", 0.70m), Share("E", 0.86m), Share("F", 0.89m));

        Assert.That(summary.NeedsAttention, Is.EqualTo(
            "Share B: 60.0%, 30.0 points short of plan; Share D: 70.0%, 20.0 points short of plan; "
            + "Share C: 80.0%, 10.0 points short of plan; and 2 more."));
    }

    [Test]
    public void RedsOfDifferentUnits_AreOrderedByTolerances()
    {
        // 5 tolerances of 2 points against 2 tolerances of 3%.
        var summary = Of((Given.Count, Scored.Value(Given.Count, 106, 100)), Share("A", 0.80m));

        Assert.That(summary.NeedsAttention, Does.StartWith("Share A").And.Contain("; Attendances: 106, 6 above plan"));
    }

    [Test]
    public void RedOfAMemberAlone_ComesAfterThoseOfThePartnership()
    {
        var summary = Of(
            Share("A", 0.91m),
            Share("A", 0.50m, organisation: "RJZ", denominator: 100),
            Share("B", 0.80m));

        Assert.That(summary.NeedsAttention, Is.EqualTo(
            "Share B: 80.0%, 10.0 points short of plan; Share A at King's: 50.0%, 40.0 points short of plan."));
    }

    [Test]
    public void Greens_StandBestFirst()
    {
        var summary = Of(Share("A", 0.90m), Share("B", 0.95m), Share("C", 0.80m));

        Assert.That(summary.GoingWell, Is.EqualTo("Share B: 95.0%, 5.0 points better than plan; Share A: 90.0%, on plan."));
    }

    [Test]
    public void NothingRedOrGreen_IsSaid()
    {
        var summary = Of(Share("A", 0.89m), Share("B", 0.89m));

        Assert.That(summary, Is.EqualTo(new PageSummary("No KPI is red.", "No KPI is at plan or better.")));
    }

    [Test]
    public void MeasuresThatCannotBeJudged_AreCountedRatherThanPassedOver()
    {
        var summary = Of(Share("A", 0.89m), Share("B", 0.50m, plan: null), Share("C", null));

        Assert.That(summary, Is.EqualTo(new PageSummary(
            "No KPI is red; 2 of 3 cannot be judged.",
            "No KPI is at plan or better; 2 of 3 cannot be judged.")));
    }

    [Test]
    public void NothingThatCanBeJudged_IsSaid() =>
        Assert.That(
            Of(Share("A", 0.89m, plan: null)).GoingWell,
            Is.EqualTo("Nothing can be judged: no KPI has both a plan and fresh data."));
}
