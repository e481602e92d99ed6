using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The pay bill and the agency ceilings of the sample tell the same story as its shifts.</summary>
[TestFixture]
public sealed class SamplePayBillTests
{
    [Test]
    public void PayBill_OfAClosedMonth_AgreesWithItsShifts_NotExactly()
    {
        // The pounds of a few shifts that were planted as faults weigh more in a small sample than in a large one.
        var differences = SharedSample.Built.Source.Query<double>(
            """
            with shift as (
                select
                    ProviderCode,
                    date_trunc('month', ShiftDate) as month,
                    ShiftKind,
                    sum(Cost) as cost
                from history.AgencyShift
                where SupersededAt is null
                    and ShiftId not in (select RowKey from sample.PlantedFault where Feed = 'agency_shift')
                group by 1, 2, 3
            ),

            paid as (
                select ProviderCode, PayMonth, PayCategory, sum(AmountGbp) as amount
                from history.PayBill
                where SupersededAt is null
                group by 1, 2, 3
            )

            select case when abs(cast(p.amount - s.cost as double)) < 2500 then 0 else cast(p.amount as double) / cast(s.cost as double) - 1 end
            from paid as p
            inner join shift as s on s.ProviderCode = p.ProviderCode and s.month = p.PayMonth and s.ShiftKind = p.PayCategory
            """);

        Assert.Multiple(() =>
        {
            Assert.That(differences, Has.Count.EqualTo(5 * 45 * 2));
            Assert.That(differences, Has.All.InRange(-0.035, 0.035));
        });
    }

    [Test]
    public void EveryMonth_IsReturnedAtItsEnd_AndClosedTwelveDaysLater()
    {
        var states = SharedSample.Built.Source.Query<string>(
            """
            select distinct
                cast(date_diff('day', last_day(PayMonth), cast(RecordedAt as date)) as varchar)
                || case when SupersededAt is null then ' stands' else ' is superseded' end
                || case when PayMonth = timestamp '2018-12-01' then ' in December 2018' else '' end
            from history.PayBill
            order by 1
            """);

        Assert.That(states, Is.EqualTo(new[] { "0 is superseded", "0 stands in December 2018", "12 stands" }));
    }

    [Test]
    public void PayBill_StandsOnceForEveryTrustMonthGroupAndCategory() => Assert.Multiple(() =>
    {
        Assert.That(
            SharedSample.Built.Source.Scalar<long>(
                "select count(*) - count(distinct (ProviderCode, PayMonth, StaffGroup, PayCategory)) from history.PayBill where SupersededAt is null"),
            Is.Zero);
        Assert.That(
            SharedSample.Built.Source.Scalar<long>("select count(*) from history.PayBill where SupersededAt is null and PayCategory = 'SUBSTANTIVE'"),
            Is.EqualTo(5 * 45 * 8));
        Assert.That(SharedSample.Built.Source.Scalar<long>("select count(*) from history.PayBill where not AmountGbp > 0"), Is.Zero);
    });

    [Test]
    public void PayAwardOf2018_IsPaidFromJuly_WithItsArrearsInAugust() => Assert.Multiple(() =>
    {
        Assert.That(Own("2018-08-01") / Own("2018-07-01"), Is.InRange(1.02, 1.04));
        Assert.That(Own("2018-09-01") / Own("2018-08-01"), Is.InRange(0.96, 0.985));
    });

    [TestCase("agency_ceilings_2016_17.csv", 60)]
    [TestCase("agency_ceilings_2017_18.csv", 60)]
    [TestCase("agency_ceilings_2018_19.csv", 60)]
    [TestCase("agency_ceilings_2018_19_revised.csv", 12)]
    public void CeilingFile_HoldsAYear(string name, int rows)
    {
        var lines = File.ReadAllLines(CeilingFile(name));

        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Is.EqualTo("Provider,Month,Agency ceiling (GBP)"));
            Assert.That(lines, Has.Length.EqualTo(rows + 1));
            Assert.That(lines.Skip(1), Has.All.Match("^R[A-Z0-9]{2},[A-Z][a-z]{2}-1[6-9],\"?[0-9]{1,3}(,[0-9]{3})*\"?$"));
        });
    }

    [Test]
    public void Kings_PassesItsCeilingIn2017_AndNobodyElseByMuch()
    {
        var over = SharedSample.Built.Source.Query<string>(
            """
            with ceiling as (
                select "Provider" as provider, sum(cast(replace("Agency ceiling (GBP)", ',', '') as double)) as ceiling
                from read_csv($file, all_varchar = true)
                group by 1
            ),

            spent as (
                select ProviderCode as provider, sum(AmountGbp) as amount
                from history.PayBill
                where SupersededAt is null
                    and PayCategory = 'AGENCY'
                    and PayMonth between timestamp '2017-04-01' and timestamp '2018-03-01'
                group by 1
            )

            select provider
            from ceiling
            inner join spent using (provider)
            where cast(amount as double) > 1.06 * ceiling
            """,
            new { file = CeilingFile("agency_ceilings_2017_18.csv") });

        Assert.That(over, Is.EqualTo(new[] { "RJZ" }));
    }

    private static string CeilingFile(string name) => Path.Combine(SharedSample.Built.Data.DropOf("agency_ceiling"), name);

    private static double Own(string month) => SharedSample.Built.Source.Scalar<double>(
        $"""
        select cast(sum(AmountGbp) as double)
        from history.PayBill
        where SupersededAt is null and PayCategory = 'SUBSTANTIVE' and PayMonth = timestamp '{month}'
        """);
}
