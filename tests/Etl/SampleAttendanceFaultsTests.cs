using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Every planted fault stands in the source as the list of them says, and nothing else is wrong there.</summary>
[TestFixture]
public sealed class SampleAttendanceFaultsTests
{
    private const string Planted = "(select * from sample.PlantedFault where Feed = 'ae_attendance')";

    private static readonly PlantedFeed Feed = PlantedFeed.Of("ae_attendance");

    private static readonly string Standing = BuiltSample.StandingAt(BuiltSample.AsOf);

    // The fault, and what is true of the rows that a reader sees under its key at the end of 2018.
    [TestCase("exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("newer version beside the older", "latest version kept",
        "count(*) = 2 and count(distinct ModifiedAt) = 2 and max(DepartedAt) - min(DepartedAt) = interval 7 minute")]
    [TestCase("late row", "kept",
        "count(*) = 1 and min(ModifiedAt) > min(DepartedAt) + interval 13 day and min(ModifiedAt) >= timestamp '2018-12-01'")]
    [TestCase("changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("deleted row", "absent", "count(AttendanceId) = 0")]
    [TestCase("bad provider code", "rejected: ProviderCode allowed", "min(ProviderCode) = 'ZZZ'")]
    [TestCase("bad department type", "rejected: DepartmentType allowed", "min(DepartmentType) = '7'")]
    [TestCase("bad commissioner code", "kept", "min(CommissionerCode) = 'SE-LDN'")]
    [TestCase("missing arrival", "rejected: ArrivedAt required", "count(AttendanceId) = 1 and count(ArrivedAt) = 0")]
    [TestCase("missing department type", "rejected: DepartmentType required", "count(AttendanceId) = 1 and count(DepartmentType) = 0")]
    [TestCase("departure before arrival", "rejected: departs_after_arrival", "min(DepartedAt) < min(ArrivedAt)")]
    [TestCase("sentinel arrival", "rejected: ArrivedAt required", "min(ArrivedAt) = timestamp '1800-01-01'")]
    [TestCase("sentinel time", "kept", "min(SeenAt) = timestamp '1800-01-01'")]
    [TestCase("sentinel birth date", "kept", "min(BirthDate) = date '1801-01-01'")]
    [TestCase("NHS number with a wrong check digit", "kept", "min(length(NhsNumber)) = 10")]
    [TestCase("NHS number too short", "kept", "min(length(NhsNumber)) = 9")]
    [TestCase("untidy code", "kept, code trimmed and upper-cased", "min(ProviderCode) in ('rj1 ', 'rjz ', 'rj2 ')")]
    public void PlantedFault_StandsInTheSource(string fault, string expected, string isTrue) =>
        PlantedFaults.StandAsListed(Feed, Standing, fault, expected, isTrue);

    [Test]
    public void PlantedFaults_AreAllTested() =>
        PlantedFaults.AreAllTested(Feed, typeof(SampleAttendanceFaultsTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!);

    [TestCase("changed row", 1)]
    [TestCase("deleted row", 1)]
    [TestCase("late row", 0)]
    public void FaultOfDecember_ShowsBetweenTwoNights(string fault, int rowsBefore) =>
        PlantedFaults.ShowBetweenTwoNights(Feed, fault, rowsBefore);

    [Test]
    public void RowsThatAreNotPlanted_AreWithoutFault()
    {
        var wrong = SharedSample.Built.Source.Scalar<long>(
            $"""
            select count(*)
            from {Standing} as a
            where a.AttendanceId not in (select RowKey from {Planted})
              and not (
                  a.ProviderCode in ('RJ1', 'RJZ', 'RJ2')
                  and a.DepartmentType in ('01', '02', '03', '04')
                  and a.DepartedAt >= a.ArrivedAt
                  and a.ModifiedAt >= a.DepartedAt
                  and a.BirthDate <= cast(a.ArrivedAt as date)
                  and coalesce(a.NhsNumber like '999%' and length(a.NhsNumber) = 10, true)
                  and a.DataSet = case when a.ArrivedAt < timestamp '2017-10-01' then 'AECDS' else 'ECDS' end
              )
            """);

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void NhsNumbers_HaveTheirCheckDigit_ExceptThosePlanted()
    {
        var wrong = SharedSample.Built.Source.Query<string>(
            $"""
            select distinct f.Fault
            from history.AeAttendance as a
            left join {Planted} as f on f.RowKey = a.AttendanceId
            where not coalesce(
                length(a.NhsNumber) = 10
                and (11 - list_sum(list_transform(range(1, 10), i -> cast(substr(a.NhsNumber, i, 1) as integer) * (11 - i))) % 11) % 11
                    = cast(right(a.NhsNumber, 1) as integer),
                true)
            """);

        Assert.That(wrong, Is.EquivalentTo(new[] { "NHS number with a wrong check digit", "NHS number too short" }));
    }

    [Test]
    public void Rejects_StayFarBelowTheFeedsLimit()
    {
        var rejected = SharedSample.Built.Source.Scalar<long>($"select count(*) from {Planted} where Expected like 'rejected: %'");

        Assert.That(rejected, Is.LessThan(0.001 * SharedSample.Built.Source.Scalar<long>("select count(*) from history.AeAttendance")));
    }
}
