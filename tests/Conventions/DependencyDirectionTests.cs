using System.Reflection;
using Stp.Etl.Commands;
using Stp.Scorecard.Kpis;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Conventions;

/// <summary>Which part may know which: etl knows scorecard knows warehouse, and each outside library has one home.</summary>
[TestFixture]
public sealed class DependencyDirectionTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Warehouse = typeof(WarehouseSession).Assembly;
    private static readonly Assembly Scorecard = typeof(KpiEvaluator).Assembly;
    private static readonly Assembly Etl = typeof(StpProgram).Assembly;

    private static readonly Dictionary<string, Assembly> Homes = new(StringComparer.Ordinal)
    {
        ["DuckDB.NET"] = Warehouse,
        ["Dapper"] = Warehouse,
        ["YamlDotNet"] = Etl,
        ["Spectre.Console"] = Etl,
        ["System.CommandLine"] = Etl,
        ["Quartz"] = Etl,
        ["Microsoft.Data.SqlClient"] = Etl,
        ["Microsoft.Extensions"] = Etl,
        ["DocumentFormat.OpenXml"] = Scorecard,
        ["PdfSharp"] = Scorecard,
    };

    [TestCaseSource(nameof(Homes))]
    public void Library_IsKnownInItsHomeAlone(KeyValuePair<string, Assembly> home)
    {
        Assembly[] others = [.. new[] { Warehouse, Scorecard, Etl }.Where(assembly => assembly != home.Value)];

        foreach (var other in others)
        {
            Assert.That(References(other).Where(name => name.StartsWith(home.Key, StringComparison.Ordinal)), Is.Empty, other.GetName().Name);
        }
    }

    [Test]
    public void Homes_AreRealOnes() => Assert.Multiple(() =>
    {
        Assert.That(References(Warehouse), Does.Contain("DuckDB.NET.Data").And.Contain("Dapper"));
        Assert.That(References(Etl), Does.Contain("YamlDotNet").And.Contain("Spectre.Console").And.Contain("System.CommandLine"));
    });

    [Test]
    public void Parts_KnowOnlyThoseBelowThem() => Assert.Multiple(() =>
    {
        Assert.That(Ours(Warehouse), Is.Empty);
        Assert.That(Ours(Scorecard), Is.EqualTo(["Stp.Warehouse"]));
        Assert.That(Ours(Etl), Is.EquivalentTo(["Stp.Scorecard", "Stp.Warehouse"]));
    });

    /// <summary>Numbers and messages are decided from records; drawing never asks the database.</summary>
    [TestCase("Stp.Scorecard.Packs")]
    [TestCase("Stp.Scorecard.Charts")]
    [TestCase("Stp.Scorecard.Plans")]
    [TestCase("Stp.Scorecard.Status")]
    [TestCase("Stp.Scorecard.Spc")]
    public void Calculation_NeverTouchesTheWarehouse(string @namespace)
    {
        var touching = Scorecard.GetTypes()
            .Where(type => type.Namespace?.StartsWith(@namespace, StringComparison.Ordinal) == true)
            .Where(type => UsedBy(type).Any(used => used == typeof(WarehouseSession)))
            .Select(type => type.FullName);

        Assert.That(touching, Is.Empty);
    }

    [Test]
    public void TypesThatTouchTheWarehouse_AreFound() =>
        Assert.That(UsedBy(typeof(ScorecardTables)), Does.Contain(typeof(WarehouseSession)), "or the test above could not fail");

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Ours(Assembly assembly) => References(assembly).Where(name => name.StartsWith("Stp.", StringComparison.Ordinal)).Order();

    private static IEnumerable<Type> UsedBy(Type type) =>
    [
        .. type.GetFields(Everything).Select(field => field.FieldType),
        .. type.GetConstructors(Everything).Cast<MethodBase>().Concat(type.GetMethods(Everything))
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [])),
        .. type.GetMethods(Everything).Select(method => method.ReturnType),
    ];
}
