using Stp.Scorecard.Kpis;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class OrganisationReaderTests
{
    private const string Organisations = "organisations.csv";
    private const string Oxleas = "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SEL,,2006-05-01,";

    [TestCase(
        "RPG,Oxleas,Oxleas,provider,SEL,,2006-05-01,2010-01-01\nRPG,Oxleas,Oxleas,provider,SEL,,2010-01-01,",
        1, "valid_from", "RPG is valid on line", TestName = "Overlapping validity")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SEL,,2006-05-01,2006-04-30", 0,
        "valid_to", "is before valid_from", TestName = "Validity that ends before it begins")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SEL,,1/5/2006,", 0,
        "valid_from", "'1/5/2006' is not a date", TestName = "Date in another form")]
    [TestCase("RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SEL,,,", 0, "valid_from", "is empty", TestName = "No beginning")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,trust,SEL,,2006-05-01,", 0,
        "level", "Write one of: partnership, provider, ccg.", TestName = "Unknown level")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SLE,,2006-05-01,", 0,
        "parent", "Did you mean 'SEL'?", TestName = "Unknown parent")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,,,2006-05-01,", 0,
        "parent", "belongs to a partnership", TestName = "Level without parent")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,provider,SEL,72P,2006-05-01,", 0,
        "successor", "Did you mean '72Q'?", TestName = "Unknown successor")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas,partnership,,,2006-05-01,", 0,
        "level", "RPG is not the partnership", TestName = "Second partnership")]
    [TestCase(
        "RPG,Oxleas, NHS Foundation Trust,Oxleas,provider,SEL,,2006-05-01,", 0,
        "", "has 9 fields where the first line has 8", TestName = "Comma outside quotes")]
    [TestCase(
        "RPG,Oxleas NHS Foundation Trust,Oxleas ,provider,SEL,,2006-05-01,", 0,
        "short_name", "begins or ends with a space", TestName = "Space after a value")]
    [TestCase(
        "RPG,Oxleas \"NHS\" Foundation Trust,Oxleas,provider,SEL,,2006-05-01,", 0,
        "", "a quote stands inside a field", TestName = "Quote inside a field")]
    public void BrokenRow_IsTheOnlyFault(string row, int linesAfter, string field, string message)
    {
        using var config = new BrokenConfig();
        var line = config.Replace(Organisations, Oxleas, row);
        config.HasOnlyFault(Organisations, line + linesAfter, field, message);
    }

    [TestCase("ods_code,", "ODS,", "ODS", "ods_code")]
    [TestCase("valid_to", "valid_too", "valid_too", "valid_to")]
    public void MisspeltColumn_IsUnknownAndTheRightOneMissing(string old, string replacement, string unknown, string missing)
    {
        using var config = new BrokenConfig();
        config.Replace(Organisations, old, replacement);
        var faults = config.Faults();
        var expected = new[] { (Organisations, 1, unknown), (Organisations, 1, missing) };
        Assert.That(faults.Select(fault => (fault.File, fault.Line, fault.Field)), Is.EqualTo(expected));
    }

    [Test]
    public void ColumnTwice_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        config.Replace(Organisations, "level,parent,", "level,parent,level,");
        config.HasOnlyFault(Organisations, 1, "level", "is a column twice");
    }

    [Test]
    public void EmptyFile_SaysItsColumns()
    {
        using var config = new BrokenConfig();
        config.Write(Organisations, string.Empty);
        config.HasOnlyFault(Organisations, 0, string.Empty, "Its first line is: ods_code,name,");
    }

    [Test]
    public void NoPartnership_IsAFaultOfTheSetting()
    {
        using var config = new BrokenConfig();
        config.Replace(Organisations, ",partnership,,", ",,,");
        config.HasOnlyFault("stp.yaml", config.LineOf("stp.yaml", "partnership: SEL"), "partnership", "not at level partnership");
    }

    [Test]
    public void RepositoryOrganisations_AreReadAsWritten()
    {
        using var config = new BrokenConfig();
        var organisations = config.Read().Organisations;
        Assert.That(organisations.Single(each => each.OdsCode == "07N"), Is.EqualTo(new Organisation(
            "07N", "NHS Bexley CCG", "Bexley", Level.Ccg, "SEL", "72Q", new DateOnly(2013, 4, 1), new DateOnly(2020, 3, 31))));
        Assert.That(organisations.Single(each => each.OdsCode == "RJ7").Level, Is.Null);
    }

    [Test]
    public void ColumnsInAnotherOrder_AreReadTheSame()
    {
        using var config = new BrokenConfig();
        var before = config.Read().Organisations;
        var lines = config.ReadText(Organisations).TrimEnd().Split('\n').Select(line => string.Join(',', line.Split(',').Reverse()));
        config.Write(Organisations, string.Join("\r\n", lines));
        Assert.That(config.Read().Organisations, Is.EqualTo(before));
    }

    [Test]
    public void ValidityAfterAnother_IsNoOverlap()
    {
        using var config = new BrokenConfig();
        config.Replace(Organisations, Oxleas, "RPG,Oxleas NHS Trust,Oxleas,provider,SEL,,1995-04-01,2006-04-30\n" + Oxleas);
        Assert.That(config.Read().Organisations.Count(each => each.OdsCode == "RPG"), Is.EqualTo(2));
    }
}
