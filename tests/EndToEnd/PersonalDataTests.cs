using System.Text;
using System.Text.RegularExpressions;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// No NHS number, local patient identifier, whole postcode or key anywhere but in data/sample: every column of every DuckDB and Parquet
/// file is decoded and searched, and every other file and what the program says as they stand.
/// </summary>
[TestFixture]
public sealed partial class PersonalDataTests
{
    [Test]
    public void IdentifiersAndTheKey_StandNowhereButInTheSample()
    {
        using var place = Workplace.OfRefresh();
        var output = place.Stp("refresh", "--full").Text + place.Stp("status", "--json").Text + place.Stp("query", "from ops.reject").Text;
        var key = File.ReadAllText(place.Data.SampleKey);
        var secrets = Secrets(place);

        var found = Search(place, secrets, key);

        Assert.Multiple(() =>
        {
            Assert.That(secrets, Has.Count.GreaterThan(15_000), "NHS numbers, local identifiers and postcodes:");
            Assert.That(secrets, Has.Some.Matches("^999[0-9]{7}$").And.Some.Matches("^Z[0-9]{7}$").And.Some.Matches("^SE[0-9]+ [0-9]"));
            Assert.That(found, Is.Empty);
            Assert.That(Holds(output, secrets, key), Is.False);
        });
    }

    [Test]
    public void Search_FindsWhatIsPlanted()
    {
        using var place = Workplace.OfRefresh();
        var secrets = Secrets(place);
        var number = secrets.First(secret => secret.StartsWith("999", StringComparison.Ordinal) && secret.Length == 10);
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
        File.WriteAllText(Path.Combine(place.Data.Root, "f.svg"), $"<text>{secrets.First(Postcode().IsMatch)}</text>");
        File.WriteAllText(Path.Combine(place.Data.Root, "g.csv"), $"1,{secrets.First(secret => secret[0] == 'Z')},2");

        var found = Search(place, secrets, key).Select(path => Path.GetFileName(path)[..1]);

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.EquivalentTo(new[] { "a", "b", "c", "d", "e", "f", "g" }));
            Assert.That(Holds($"rejected: {number}.", secrets, key));
        });
    }

    private static HashSet<string> Secrets(Workplace place)
    {
        using var session = WarehouseSession.OpenReadOnly(place.Data.SampleSource, CancellationToken.None);
        return
        [
            .. session.Query<string>(
                """
                select unnest([NhsNumber, LocalPatientId, Postcode]) as secret
                from history.AeAttendance
                """).Where(secret => secret is { Length: > 5 }),
        ];
    }

    /// <summary>Files below data, but for data/sample, that hold one of the identifiers or the key.</summary>
    private static List<string> Search(Workplace place, HashSet<string> secrets, string key)
    {
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute("create table secret (secret text)");
        session.Append(null, "secret", secrets.Select(secret => (IReadOnlyList<object?>)[secret]));
        return
        [
            .. Directory.EnumerateFiles(place.Data.Root, "*", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(place.Data.Sample, StringComparison.Ordinal) && new FileInfo(file).LinkTarget is null)
                .Where(file => Path.GetExtension(file) switch
                {
                    ".parquet" => IsIn(session, $"select * from read_parquet('{file}')"),
                    ".duckdb" => IsInDatabase(session, file),
                    _ => Holds(Encoding.Latin1.GetString(File.ReadAllBytes(file)), secrets, key),
                }),
        ];
    }

    private static bool Holds(string text, HashSet<string> secrets, string key) =>
        text.Contains(key, StringComparison.Ordinal)
        || new[] { Digits(), Word(), Postcode() }.Any(form => form.Matches(text).Any(match => secrets.Contains(match.Value)));

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

    /// <summary>Whatever a column's type, what it holds is looked up: its runs of digits, its words, and what looks like a postcode.</summary>
    private static bool IsIn(WarehouseSession session, string select) => session.Scalar<bool>(
        $"""
        select exists (
            select 1
            from (
                select unnest(
                    regexp_extract_all(row_text, '{Digits()}')
                    || regexp_extract_all(row_text, '{Word()}')
                    || regexp_extract_all(row_text, '{Postcode()}')
                ) as held
                from (select cast(r as text) as row_text from ({select}) as r) as t
            ) as d
            inner join secret as s on s.secret = d.held
        )
        """);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}")]
    private static partial Regex Postcode();
}
