using Stp.Scorecard.Groups;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class GroupReaderTests
{
    private const string Groups = "groups.yaml";

    /// <summary>What a fault calls a group that is written behind those of the repository.</summary>
    private static readonly string Next = $"groups[{Repository.Config.Groups.Count + 1}]";

    [Test]
    public void UnknownKpi_IsAFaultHereAndWhereItIsMissed()
    {
        using var config = new BrokenConfig();
        var line = config.ReplaceFirst(Groups, "      - ae_attendances\n", "      - ae_attendance\n");
        var faults = config.Faults();
        Assert.That(faults, Has.Count.EqualTo(2), string.Join('\n', faults));
        Assert.That((faults[0].File, faults[0].Line, faults[0].Field), Is.EqualTo((Groups, line, "groups[1].kpis[7]")));
        Assert.That(faults[0].ToString(), Does.Contain("there is no KPI 'ae_attendance'. Did you mean 'ae_attendances'?"));
        Assert.That(faults[1].File, Is.EqualTo("kpis/ae_attendances.yaml"));
    }

    [Test]
    public void KpiThatItsGroupDoesNotList_IsAFaultOfTheKpi()
    {
        using var config = new BrokenConfig();
        config.ReplaceFirst(Groups, "      - ae_attendances\n", string.Empty);
        const string Kpi = "kpis/ae_attendances.yaml";
        config.HasOnlyFault(Kpi, config.LineOf(Kpi, "groups:"), "groups[1]", "Add ae_attendances to its kpis in groups.yaml");
    }

    [Test]
    public void KpiThatDoesNotNameItsGroup_IsAFaultOfTheGroup()
    {
        using var config = new BrokenConfig();
        var line = config.Append(Groups, "  - { id: pilot, title: Pilot, lead: Chair, kpis: [ae_four_hour] }");
        config.HasOnlyFault(Groups, line, Next + ".kpis[1]", "Add pilot to groups in kpis/ae_four_hour.yaml");
    }

    [Test]
    public void Charts_AreAllUnlessTheGroupSaysWhich()
    {
        using var config = new BrokenConfig();
        config.Replace("kpis/ae_four_hour.yaml", "groups: [", "groups: [pilot, ");
        config.Append(Groups, "  - { id: pilot, title: Pilot, lead: Chair, kpis: [ae_four_hour], charts: [partnership, by_organisation] }");
        var groups = config.Read().Groups;

        Assert.Multiple(() =>
        {
            Assert.That(groups[0].Charts, Is.EqualTo(Group.AllCharts));
            Assert.That(groups[^1].Charts, Is.EqualTo(new[] { GroupCharts.Partnership, GroupCharts.ByOrganisation }));
        });
    }

    [TestCase("  - { id: pilot, title: Pilot, lead: Chair, kpis: [] }", ".kpis", "is an empty list")]
    [TestCase("  - { id: pilot, title: Pilot, lead: Chair }", ".kpis", "is missing")]
    [TestCase("  - pilot", "", "not properties")]
    public void BrokenGroup_IsTheOnlyFault(string group, string field, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Append(Groups, group);
        config.HasOnlyFault(Groups, line, Next + field, message);
    }

    [TestCase("title: Urgent and emergency care", "titel: Urgent and emergency care", "groups[1].titel", "Did you mean 'title'?")]
    [TestCase(
        "      - ae_four_hour_type_1\n", "      - ae_four_hour_type_1\n      - ae_four_hour_type_1\n",
        "groups[1].kpis[3]", "is in the list twice")]
    public void BrokenProperty_IsAmongTheFaults(string old, string replacement, string field, string message)
    {
        using var config = new BrokenConfig();
        config.ReplaceFirst(Groups, old, replacement);
        var fault = config.Faults().Single(each => each.Field == field);
        Assert.That(fault.ToString(), Does.StartWith("config/groups.yaml:").And.Contain(message));
    }

    [Test]
    public void GroupTwice_IsAFault()
    {
        using var config = new BrokenConfig();
        var line = config.Append(Groups, "  - { id: urgent_and_emergency_care, title: Again, lead: Chair, kpis: [ae_four_hour] }");
        var fault = config.Faults().Single(each => each.Field == Next + ".id");
        Assert.That((fault.Line, fault.Message), Is.EqualTo((line, "there is a group 'urgent_and_emergency_care' already.")));
    }

    [Test]
    public void FileThatIsNoYaml_DoesNotBlameTheKpis()
    {
        using var config = new BrokenConfig();
        config.Write(Groups, "groups: [\n");
        var faults = config.Faults();
        Assert.That(faults.Select(fault => fault.File), Is.EqualTo(new[] { Groups }), string.Join('\n', faults));
    }

    [Test]
    public void RepositoryGroup_KeepsTheOrderOfItsKpis()
    {
        using var config = new BrokenConfig();
        var group = config.Read().Groups.Single(each => each.Id == "urgent_and_emergency_care");
        Assert.That(group.Kpis.Take(2), Is.EqualTo(new[] { "ae_four_hour", "ae_four_hour_type_1" }));
    }
}
