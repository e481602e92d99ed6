using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class MeasureReaderTests
{
    private const string Measure = "measures/ae_attendances.sql";

    [TestCase("", 0, "is empty")]
    [TestCase("-- ae_attendances: nothing\n", 0, "comments but no statement")]
    [TestCase("select 1 as value\n", 1, "does not begin with a comment")]
    [TestCase("--\nselect 1 as value\n", 1, "does not begin with a comment")]
    [TestCase("-- ae_admissions: admissions\nselect 1 as value\n", 1, "its comment describes 'ae_admissions'")]
    [TestCase("-- ae_attendances: all\nselect 1;\nselect 2\n", 2, "a ';' ends the statement")]
    [TestCase("-- ae_attendances: all\ndelete from t\n", 0, "does not begin with select or with")]
    [TestCase("-- ae_attendances: all\nselect 1 /* open\n", 2, "never ends")]
    public void BrokenMeasure_IsTheOnlyFault(string sql, int line, string message)
    {
        using var config = new BrokenConfig();
        config.Write(Measure, sql);
        config.HasOnlyFault(Measure, line, string.Empty, message);
    }

    [Test]
    public void NameInCapitals_IsTheOnlyFault()
    {
        using var config = new BrokenConfig();
        config.Write("measures/Other.sql", "-- all\nselect 1 as value\n");
        config.HasOnlyFault("measures/Other.sql", 0, string.Empty, "'Other' is not a name for a measure");
    }

    [TestCase("-- ae_attendances: all of them.\n-- One row per month.\nselect ';' as \"a;b\" -- c;\n", "all of them. One row per month.")]
    [TestCase("-- All of them: planned too\nselect 1;\n-- the end\n", "All of them: planned too")]
    public void FirstComment_IsTheDescription(string sql, string description)
    {
        using var config = new BrokenConfig();
        config.Write(Measure, sql);
        var measure = config.Read().Measures.Single(each => each.Name == "ae_attendances");
        Assert.That(measure.Description, Is.EqualTo(description));
        Assert.That(measure.Sql, Does.Not.Contain("1;"), "the semicolon at the end is not part of the statement");
        Assert.That(measure.File, Is.EqualTo(Measure));
    }
}
