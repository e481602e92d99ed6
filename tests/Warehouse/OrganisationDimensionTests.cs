using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Warehouse;

/// <summary>Organisations keep their keys whatever config comes to say, and are known as soon as data name them.</summary>
[TestFixture]
public sealed class OrganisationDimensionTests
{
    private WarehouseFixture _warehouse = null!;

    private OrganisationDimension Dimension => new(_warehouse.Session);

    [SetUp]
    public void Make() => _warehouse = WarehouseFixture.OfProgram();

    [TearDown]
    public void Remove() => _warehouse.Dispose();

    [Test]
    public void Apply_GivesKeysInOrderOfCode_BehindTheUnknownMember() => Assert.That(
        Members(), Is.EqualTo(["0 | unknown | Unknown organisation | false", "1 | RJ1 | Trust RJ1 | false", "2 | RJ2 | Trust RJ2 | false", "3 | RJZ | Trust RJZ | false"]));

    [Test]
    public void Apply_SameMembersAgain_ChangesNothing() => Assert.That(Dimension.Apply([Member("RJ1", "Trust RJ1")]), Is.False);

    [Test]
    public void Apply_NewNameAndNewMember_KeepsTheKeysThatThereAre()
    {
        var changed = Dimension.Apply([Member("RJZ", "King's"), Member("AAA", "A new one")]);

        Assert.Multiple(() =>
        {
            Assert.That(changed, Is.True);
            Assert.That(Members(), Is.EqualTo([
                "0 | unknown | Unknown organisation | false", "1 | RJ1 | Trust RJ1 | false", "2 | RJ2 | Trust RJ2 | false",
                "3 | RJZ | King's | false", "4 | AAA | A new one | false",
            ]));
        });
    }

    [Test]
    public void AddInferred_TakesNewCodesOnce_AndOnlyThoseThatLookLikeCodes()
    {
        const string Codes = "select * from (values ('07Q'), ('07Q'), ('RJ1'), (null), ('SE-LDN'), ('no'), ('TOOLONG')) as c (ods_code)";
        Dimension.AddInferred($"select distinct ods_code from ({Codes})");
        Dimension.AddInferred($"select distinct ods_code from ({Codes})");

        Assert.That(Members().Skip(4).ToList(), Is.EqualTo(["4 | 07Q | 07Q | true"]));
    }

    [Test]
    public void InferredMember_GetsItsNameFromConfig_UnderTheSameKey()
    {
        Dimension.AddInferred("select '07Q' as ods_code");
        Assert.That(Members()[4], Is.EqualTo("4 | 07Q | 07Q | true"));

        Dimension.Apply([Member("07Q", "Bromley")]);

        Assert.That(Members()[4], Is.EqualTo("4 | 07Q | Bromley | false"));
    }

    [Test]
    public void FailedBatch_TakesItsInferredMembersBack()
    {
        var feed = Repository.Feed("ae_monthly_return");
        var batch = _warehouse.Land(
            feed.Id,
            """
            period_date | organisation_code | department_group | attendances | attendances_over_four_hours | emergency_admissions
            2018-12-01  | XYZ               | 1                | 10          | 1                           | 1
            2018-12-15  | XYZ               | 1                | 10          | 1                           | 1
            """);

        Assert.That(() => _warehouse.Load(FeedContract.Of(feed), batch), Throws.TypeOf<BatchFailedException>());
        Assert.That(Members(), Has.Count.EqualTo(4));
    }

    private static OrganisationMember Member(string code, string name) =>
        new(code, name, code, "provider", "SEL", null, new DateOnly(2013, 4, 1), null);

    private IReadOnlyList<string> Members() =>
        _warehouse.Rows("select organisation_key, ods_code, organisation_name, is_inferred from star.dim_organisation order by organisation_key");
}
