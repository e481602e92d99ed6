using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Our bindings stand in for an assembly that DuckDB.NET.Data was compiled against: whatever it asks for must be there.</summary>
[TestFixture]
public sealed class CompletenessTests
{
    private const string Bindings = "DuckDB.NET.Bindings";

    private static readonly string Asking = typeof(DuckDBConnection).Assembly.Location;
    private static readonly string Offering = typeof(DuckDBState).Assembly.Location;

    [Test]
    public void EveryTypeAndMemberAskedFor_ResolvesWithTheSameSignature()
    {
        var asked = AssemblyMembers.AskedBy(Asking, Bindings);
        var missing = asked.Except(AssemblyMembers.DefinedIn(Offering)).Order(StringComparer.Ordinal);

        Assert.That(asked, Has.Count.GreaterThan(200), "The comparison found too little to compare.");
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void AssemblyIdentity_IsTheOneAskedFor()
    {
        var asked = AssemblyMembers.IdentityAskedBy(Asking, Bindings);
        var offered = typeof(DuckDBState).Assembly.GetName();

        Assert.That(offered.FullName, Is.EqualTo(asked.FullName));
    }

    [Test]
    public void FunctionArgument_CanBePassedAsTheInterfaceThatReadsIt() =>
        Assert.That(typeof(IDuckDBValueReader).IsAssignableFrom(typeof(DuckDBValue)), Is.True);
}
