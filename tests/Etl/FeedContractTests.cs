using System.Collections;
using System.Reflection;
using Stp.Etl.Feeds;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Etl;

[TestFixture]
public sealed class FeedContractTests
{
    private static IEnumerable<string> FeedProperties() => Settable(typeof(Feed)).Select(property => property.Name);

    private static IEnumerable<string> ColumnProperties() => Settable(typeof(ColumnSpec)).Select(property => property.Name);

    /// <summary>A batch landed under another version is never loaded, so nothing about a feed may change unnoticed.</summary>
    [TestCaseSource(nameof(FeedProperties))]
    public void Version_ChangesWithAnyPropertyOfTheFeed(string name)
    {
        var feed = Some.Feed();

        Assert.That(FeedContract.Version(Changed(feed, name)), Is.Not.EqualTo(FeedContract.Version(feed)));
    }

    [TestCaseSource(nameof(ColumnProperties))]
    public void Version_ChangesWithAnyPropertyOfAColumn(string name)
    {
        var feed = Some.Feed();
        var changed = feed with { Columns = [Changed(feed.Columns[0], name), .. feed.Columns.Skip(1)] };

        Assert.That(FeedContract.Version(changed), Is.Not.EqualTo(FeedContract.Version(feed)));
    }

    [Test]
    public void Version_OfTheSameFeed_IsTheSame()
    {
        var (feed, same) = (Some.Feed(), Some.Feed());

        Assert.That(FeedContract.Version(feed), Is.EqualTo(FeedContract.Version(same)));
    }

    [Test]
    public void Contract_HoldsWhatLands_UnderItsLandedName()
    {
        var feed = Some.Feed() with
        {
            Columns =
            [
                Some.Spec("Id", LandingType.BigInt),
                Some.Spec("LocalId") with { Personal = PersonalTreatment.Drop },
                Some.Spec("NhsNumber", LandingType.Uuid) with { LandsAs = "Pseudonym", Personal = PersonalTreatment.Pseudonymise },
            ],
        };
        var contract = FeedContract.Of(feed);

        Assert.Multiple(() =>
        {
            Assert.That(contract.Columns.Select(column => (column.Name, column.IsPersonal)), Is.EqualTo([("Id", false), ("Pseudonym", true)]));
            Assert.That((contract.Feed, contract.NewestBy, contract.RejectShareLimit), Is.EqualTo(("visit", "ModifiedAt", 0.01m)));
            Assert.That(contract.RowRules.Single().Sql, Is.EqualTo("SeenAt <= ModifiedAt"));
        });
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);

    /// <summary>A copy with another value of one property.</summary>
    private static T Changed<T>(T record, string name)
        where T : notnull
    {
        var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(record, null)!;
        var property = typeof(T).GetProperty(name)!;
        property.SetValue(copy, Other(property.GetValue(copy), property.PropertyType));
        return copy;
    }

    private static object? Other(object? value, Type type) => value switch
    {
        string text => text + "x",
        null => "x",
        int number => number + 1,
        bool flag => !flag,
        Enum => Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value)),
        WatermarkSpec spec => spec with { Lag = spec.Lag + TimeSpan.FromDays(1) },
        RejectLimit limit => new RejectLimit(limit.Share + 0.1m),
        IReadOnlyList<string> texts => texts.Append("x").ToArray(),
        IReadOnlyList<FileLayout> => new[] { new FileLayout("tidy", ["Id"], "select Id from file", "x.sql") },
        IReadOnlyList<ColumnSpec> columns => columns.Skip(1).ToArray(),
        IReadOnlyList<RowRule> => Array.Empty<RowRule>(),
        IEnumerable => throw new NotSupportedException($"No other value of {type}."),
        _ => throw new NotSupportedException($"No other value of {type}."),
    };
}
