using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The sample stands for three real trusts and its levels are theirs; the same seed gives the same sample.</summary>
[TestFixture]
public sealed class SampleSourceTests
{
    // Trust, financial year from April of, attendances of all types, share within four hours, admissions of type 1: as published.
    [TestCase("RJ1", 2016, 189408, 0.887, 37251)]
    [TestCase("RJZ", 2016, 288269, 0.821, 53069)]
    [TestCase("RJ2", 2016, 277294, 0.844, 53907)]
    [TestCase("RJ1", 2017, 192753, 0.886, 38498)]
    [TestCase("RJZ", 2017, 286318, 0.818, 52187)]
    [TestCase("RJ2", 2017, 294452, 0.890, 52629)]
    public void TrustAndYear_HasTheTrueLevels(string trust, int year, int attendances, double withinFourHours, int admissions)
    {
        var sample = SharedSample.Built.Source.Query<Level>(
            $"""
            select
                count(*) as Attendances,
                count(*) filter (where not is_over) as WithinFourHours,
                count(*) filter (where DisposalCode = '01') as Admissions
            from {BuiltSample.Counted}
            where ProviderCode = $trust
              and day >= make_date($year, 4, 1)
              and day < make_date($year + 1, 4, 1)
            """,
            new { trust, year }).Single();

        Assert.Multiple(() =>
        {
            Assert.That(sample.Attendances, Is.EqualTo(attendances * SharedSample.Scale).Within(1.5).Percent);
            Assert.That((double)sample.WithinFourHours / sample.Attendances, Is.EqualTo(withinFourHours).Within(0.01));
            Assert.That(sample.Admissions, Is.EqualTo(admissions * SharedSample.Scale).Within(5).Percent);
        });
    }

    [Test]
    public void MonthsOfTheNationalFile_AreFollowed()
    {
        var file = SharedFile("ae_attendances.csv");
        var months = SharedSample.Built.Source.Query<MonthPair>(
            $$"""
            with counted as (
                select
                    date_trunc('month', day) as period,
                    ProviderCode as org_code,
                    case DepartmentType when '01' then '1' when '02' then '2' else 'other' end as type,
                    count(*) as attendances,
                    count(*) filter (where is_over) as breaches
                from {{BuiltSample.Counted}}
                group by 1, 2, 3
            )

            select
                cast(n.attendances as double) as TrueAttendances,
                cast(n.breaches as double) as TrueBreaches,
                cast(coalesce(c.attendances, 0) as double) as Attendances,
                cast(coalesce(c.breaches, 0) as double) as Breaches
            from read_csv($file, types = {'type': 'varchar'}) as n
            left join counted as c on c.period = n.period and c.org_code = n.org_code and c.type = n.type
            where n.org_code in ('RJ1', 'RJZ', 'RJ2')
              and n.period < date '2018-12-01'
            """,
            new { file });
        var largeMonths = months.Where(month => month.TrueAttendances > 10000).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(months, Has.Count.GreaterThan(240));
            Assert.That(months.Where(m => Math.Abs(m.Attendances - m.Wanted) > 4 + 0.02 * m.Wanted), Is.Empty);
            Assert.That(largeMonths.Where(m => Math.Abs(m.Share - m.TrueShare) > 0.07), Is.Empty);
            Assert.That(largeMonths.Average(m => m.Share - m.TrueShare), Is.Zero.Within(0.004));
        });
    }

    [Test]
    public void SameSeed_GivesTheSameRows_AnotherSeedOthers()
    {
        using var first = new BuiltSample(0.005m);
        using var second = new BuiltSample(0.005m);
        using var other = new BuiltSample(0.005m, seed: 7);

        Assert.Multiple(() =>
        {
            Assert.That(Checksum(second), Is.EqualTo(Checksum(first)));
            Assert.That(Checksum(other), Is.Not.EqualTo(Checksum(first)));
            Assert.That(Attendances(first), Is.EqualTo(Attendances(SharedSample.Built) / 10.0).Within(1).Percent);
            Assert.That(
                first.Source.Query<long>("select count(*) from sample.PlantedFault group by Feed, Fault"),
                Has.All.GreaterThanOrEqualTo(2));
        });

        static double Attendances(BuiltSample sample) => sample.Source.Scalar<long>("select count(*) from history.AeAttendance");

        static string Checksum(BuiltSample sample) => string.Join("; ", sample.Source
            .Query<string>("select table_name from duckdb_tables() where schema_name = 'history' order by all")
            .Select(table => sample.Source.Scalar<string>(
                $"select '{table} ' || cast(bit_xor(md5_number(cast(a as varchar))) as varchar) || ' ' || count(*) from history.{table} as a")));
    }

    private static string SharedFile(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Stp.sln")))
        {
            root = root.Parent;
        }

        var file = Path.Combine(root?.Parent?.FullName ?? string.Empty, "shared", "data", name);
        Assume.That(file, Does.Exist, "The published figures are not beside the repository.");
        return file;
    }

    private sealed record Level(long Attendances, long WithinFourHours, long Admissions);

    private sealed record MonthPair(double TrueAttendances, double TrueBreaches, double Attendances, double Breaches)
    {
        public double Wanted => TrueAttendances * SharedSample.Scale;

        public double TrueShare => TrueBreaches / TrueAttendances;

        public double Share => Breaches / Attendances;
    }
}
