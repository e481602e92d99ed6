using System.Globalization;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Warehouse.DataTests;

/// <summary>
/// Runs sql/tests: each file is a query whose rows are failures, named &lt;table&gt;__&lt;rule&gt;.sql. Tests of a fact run inside the
/// transaction of the batch that changed it; tests of a mart view run when everything is loaded.
/// </summary>
public sealed class DataTestRunner(WarehouseSession session, SqlCatalogue catalogue)
{
    /// <summary>Runs the tests of these tables and records their results, each in place of its last.</summary>
    public IReadOnlyList<DataTestResult> Run(IReadOnlyCollection<string> tables, string runId, DateTime testedAt)
    {
        var results = catalogue.In("tests")
            .Where(file => tables.Contains(TableOf(file)))
            .Select(Run)
            .ToList();
        Record(results, runId, testedAt);
        return results;
    }

    /// <summary>Records results, each in place of its last; for those of a batch that was taken back, after that.</summary>
    public void Record(IEnumerable<DataTestResult> results, string runId, DateTime testedAt)
    {
        foreach (var result in results)
        {
            session.Execute("delete from ops.data_test where data_test = $Test", new { result.Test });
            session.Execute(
                "insert into ops.data_test values ($runId, $Test, $Description, $severity, $Failures, $Example, $testedAt)",
                new
                {
                    runId, result.Test, result.Description, severity = result.Severity == Severity.Error ? "error" : "warn",
                    result.Failures, result.Example, testedAt,
                });
        }
    }

    /// <summary>How the tests of these tables last came out, for tables that nothing has changed since.</summary>
    public IReadOnlyList<DataTestResult> LastResults(IReadOnlyCollection<string> tables)
    {
        var recorded = session.Query<Recorded>(
            "select data_test as DataTest, failures as Failures, example as Example from ops.data_test").ToDictionary(test => test.DataTest);
        return
        [
            .. catalogue.In("tests")
                .Where(file => tables.Contains(TableOf(file)) && recorded.ContainsKey(file.Name))
                .Select(file => new DataTestResult(
                    file.Name, file.Description, SeverityOf(file), recorded[file.Name].Failures, recorded[file.Name].Example)),
        ];
    }

    /// <summary>The table or view that a test is about: what stands before the two underscores.</summary>
    public static string TableOf(SqlFile file) => file.Name.Split("__", 2)[0];

    private DataTestResult Run(SqlFile file)
    {
        var failures = session.Scalar<long>($"select count(*) from ({file.Text}) as failing");
        return new DataTestResult(file.Name, file.Description, SeverityOf(file), failures, failures == 0 ? null : Example(file));
    }

    private static Severity SeverityOf(SqlFile file) => file.Required("severity") switch
    {
        "error" => Severity.Error,
        "warn" => Severity.Warn,
        var other => throw new WarehouseException($"tests/{file.Name}.sql: severity is error or warn, not {other}."),
    };

    private string Example(SqlFile file)
    {
        using var reader = session.OpenReader($"select * from ({file.Text}) as failing limit 1");
        return reader.Read()
            ? string.Join(", ", Enumerable.Range(0, reader.FieldCount)
                .Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}"))
            : string.Empty;
    }

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private sealed record Recorded(string DataTest, long Failures, string? Example);
}
