using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The monthly returns that lie ready as files tell the same story as the attendances, as the trusts knew it then.</summary>
[TestFixture]
public sealed class SampleReturnFilesTests
{
    private static string File(string name) => Path.Combine(SharedSample.Built.Data.DropOf("ae_monthly_return"), name);

    [Test]
    public void TidyFile_HoldsEveryMonthToOctober2018() => Assert.That(
        SharedSample.Built.Source.Query<long>(
            """
            select count(*)
            from read_csv($file)
            union all
            select count(distinct period)
            from read_csv($file)
            where period between date '2015-04-01' and date '2018-10-01'
            union all
            select count(*)
            from read_csv($file, types = {'type': 'varchar'})
            where type not in ('1', '2', 'other') or breaches > attendances or attendances = 0
            """,
            new { file = File("ae_attendances.csv") }),
        Is.EqualTo(new long[] { 335, 43, 0 }));

    [Test]
    public void TidyFile_ReconcilesWithTheAttendances_NotExactly()
    {
        var differences = SharedSample.Built.Source.Query<double>(
            $"""
            with counted as (
                select
                    date_trunc('month', ArrivedAt) as period,
                    ProviderCode as org_code,
                    count(*) as attendances
                from {BuiltSample.StandingAt(BuiltSample.AsOf)}
                where AttendanceCategory <> case DataSet when 'ECDS' then '4' else '2' end
                group by 1, 2
            ),

            returned as (
                select period, org_code, sum(attendances) as attendances
                from read_csv($file)
                group by 1, 2
            )

            select cast(r.attendances as double) / c.attendances - 1
            from returned as r
            inner join counted as c on c.period = r.period and c.org_code = r.org_code
            """,
            new { file = File("ae_attendances.csv") });

        Assert.Multiple(() =>
        {
            Assert.That(differences, Has.Count.EqualTo(3 * 43));
            Assert.That(differences, Has.All.InRange(-0.015, 0.015));
            Assert.That(differences, Has.Some.Not.Zero);
        });
    }

    [Test]
    public void MonthlyFile_HasTheNationalHeadingsAndATotalThatAddsUp()
    {
        var file = File("msitae_november_2018.csv");
        var lines = System.IO.File.ReadAllLines(file);

        var added = SharedSample.Built.Source.Query<bool>(
            """
            select
                sum("A&E attendances Type 1") filter (where "Period" <> 'TOTAL')
                    = max("A&E attendances Type 1") filter (where "Period" = 'TOTAL')
                and sum("Emergency admissions via A&E - Type 1") filter (where "Period" <> 'TOTAL')
                    = max("Emergency admissions via A&E - Type 1") filter (where "Period" = 'TOTAL')
            from read_csv($file)
            """,
            new { file }).Single();

        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(5));
            Assert.That(lines[0].Split(','), Has.Length.EqualTo(22));
            Assert.That(lines[0], Does.StartWith("Period,Org Code,Parent Org,Org name,A&E attendances Type 1,"));
            Assert.That(lines[0], Does.EndWith(",Other emergency admissions (i.e not via A&E)"));
            Assert.That(lines[1], Does.StartWith("MSitAE-NOVEMBER-2018,RJ1,NHS ENGLAND LONDON   "));
            Assert.That(lines[4], Does.StartWith("TOTAL,"));
            Assert.That(added, Is.True);
        });
    }
}
