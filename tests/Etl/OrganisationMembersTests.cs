using Stp.Etl.Runs;
using Stp.Scorecard.Kpis;

namespace Stp.Tests.Etl;

/// <summary>Config may hold several validities of one organisation; the dimension holds it once.</summary>
[TestFixture]
public sealed class OrganisationMembersTests
{
    [Test]
    public void TwoValiditiesOfOneCode_AreOneMember_ByTheLatestFromTheEarliestDay()
    {
        var first = new Organisation("RJZ", "King's Hospital", "King's", Level.Provider, "SEL", null, new DateOnly(2006, 12, 1), new DateOnly(2017, 3, 31));
        var second = first with { Name = "King's College Hospital", ValidFrom = new DateOnly(2017, 4, 1), ValidTo = null };

        var members = RefreshRun.Members([first, second]).ToList();

        Assert.That(members, Has.Count.EqualTo(1));
        Assert.That((members[0].Name, members[0].ValidFrom, members[0].ValidTo), Is.EqualTo(("King's College Hospital", new DateOnly(2006, 12, 1), (DateOnly?)null)));
    }
}
