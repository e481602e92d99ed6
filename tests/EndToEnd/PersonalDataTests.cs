using System.Text;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>No NHS number and no key anywhere but in data/sample: every column of every DuckDB and Parquet file is decoded and searched.</summary>
[TestFixture]
public sealed class PersonalDataTests
{
    [Test]
    public void NhsNumbersAndTheKey_StandNowhereButInTheSample()
    {
        using var place = Workplace.OfRefresh();
        var output = place.Stp("refresh", "--full").Text + place.Stp("status", "--json").Text + place.Stp("query", "from ops.reject").Text;
        var key = File.ReadAllText(place.Data.SampleKey);
        var secrets = Secrets(place);

        var found = Search(place, secrets, [key, .. Given(place).Take(2000)]);

        Assert.Multiple(() =>
        {
            Assert.That(secrets, Has.Count.GreaterThan(5_000));
            Assert.That(found, Is.Empty);
            Assert.That(output, Does.Not.Contain(key));
        });
    }

    [Test]
    public void Search_FindsWhatIsPlanted()
    {
        using var place = Workplace.OfRefresh();
        var number = Given(place)[0];
        var key = File.ReadAllText(place.Data.SampleKey);
        using (var session = WarehouseSession.OpenInMemory(CancellationToken.None))
        {
            session.Execute($"copy (select {number} as as_a_number, 'x' as text) to '{place.Data.Root}/a.parquet' (format parquet)");
            session.Execute($"copy (select 'NHS {number}.' as in_a_text) to '{place.Data.Root}/b.parquet' (format parquet, compression zstd)");
        }

        using (var session = WarehouseSession.OpenWritable(Path.Combine(place.Data.Root, "c.duckdb"), CancellationToken.None))
        {
            session.Execute($"create schema s; create table s.t as select '{number}' as n from range(100000)");
        }

        File.WriteAllText(Path.Combine(place.Data.Root, "d.json"), $"{{\"a\": \"{number}\"}}");
        File.WriteAllText(Path.Combine(place.Data.Root, "e.log"), key);

        var found = Search(place, Secrets(place), [key, number]).Select(path => Path.GetFileName(path)[..1]);

        Assert.That(found, Is.EquivalentTo(new[] { "a", "b", "c", "d", "e" }));
    }

    private static IReadOnlyList<string> Given(Workplace place)
    {
        using var session = WarehouseSession.OpenReadOnly(place.Data.SampleSource, CancellationToken.None);
        return session.Query<string>("select distinct NhsNumber from history.AeAttendance where NhsNumber is not null order by 1");
    }

    private static HashSet<string> Secrets(Workplace place) => [.. Given(place)];

    /// <summary>Files below data, but for data/sample, that hold one of the numbers in any column or one of the words as they stand.</summary>
    private static List<string> Search(Workplace place, HashSet<string> numbers, IReadOnlyList<string> words)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute("create table secret (number text)");
        session.Append(null, "secret", numbers.Select(number => (IReadOnlyList<object?>)[number]));
        return
        [
            .. Directory.EnumerateFiles(place.Data.Root, "*", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(place.Data.Sample, StringComparison.Ordinal) && new FileInfo(file).LinkTarget is null)
                .Where(file => Path.GetExtension(file) switch
                {
                    ".parquet" => IsIn(session, $"select * from read_parquet('{file}')"),
                    ".duckdb" => IsInDatabase(session, file),
                    _ => words.Any(word => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(word, StringComparison.Ordinal)),
                }),
        ];
    }

    private static bool IsInDatabase(WarehouseSession session, string file)
    {
        session.Execute($"attach '{file}' as looked_at (read_only)");
        try
        {
            return session.Query<string>(
                "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'looked_at'")
                .Any(table => IsIn(session, $"select * from looked_at.{table}"));
        }
        finally
        {
            session.Execute("detach looked_at");
        }
    }

    /// <summary>Every run of nine or ten digits in any column is looked up, whatever the column's type.</summary>
    private static bool IsIn(WarehouseSession session, string select) => session.Scalar<bool>(
        $"""
        select exists (
            select 1
            from (select unnest(regexp_extract_all(cast(r as text), '[0-9]+')) as digits from ({select}) as r) as d
            inner join secret as s on s.number = d.digits
        )
        """);
}
