using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>Every planted fault of the sample comes out as its list expects, looked up fault by fault in what is published.</summary>
[TestFixture]
public sealed class PlantedFaultTests
{
    [Test]
    public void EveryPlantedFault_IsHandledAsExpected()
    {
        using var place = Workplace.OfRefresh();
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only)");
        session.Execute($"attach '{place.Data.SampleSource}' as source (read_only)");

        var handled = session.Query<Handled>(
            $"""
            with found as (
                select
                    f.Fault,
                    f.RowKey,
                    f.Expected,
                    (select count(*) from published.star.fact_ae_attendance as a where a.attendance_id = f.RowKey) as fact_rows,
                    (select string_agg(r.column_name || ' ' || r.rule, ', ')
                        from published.ops.reject as r
                        where r.row_key = 'AttendanceId=' || f.RowKey) as rejects,
                    (select max(h.DepartedAt) from source.history.AeAttendance as h where h.AttendanceId = f.RowKey) as last_departure,
                    (select max(a.departed_at) from published.star.fact_ae_attendance as a where a.attendance_id = f.RowKey) as departure
                from read_csv('{place.Data.Sample}/planted_faults.csv') as f
            )

            select
                Fault || ': ' || RowKey as What,
                case
                    when Expected in ('kept', 'kept once', 'kept, code trimmed and upper-cased') then fact_rows = 1 and rejects is null
                    when Expected = 'latest version kept' then fact_rows = 1 and departure = last_departure
                    when Expected = 'absent' then fact_rows = 0 and rejects is null
                    -- A rule over the row is recorded under the column 'row'.
                    when Expected like 'rejected: %' then fact_rows = 0
                        and rejects = case when Expected like '% % %' then replace(Expected, 'rejected: ', '')
                            else 'row ' || replace(Expected, 'rejected: ', '') end
                end as IsAsExpected
            from found
            """);

        Assert.Multiple(() =>
        {
            Assert.That(handled, Has.Count.GreaterThanOrEqualTo(38), "nineteen kinds, two of each at least");
            Assert.That(handled.Where(fault => fault.IsAsExpected != true), Is.Empty);
        });
    }

    [Test]
    public void Rejects_AreThePlantedOnesAndHoldNoPersonalValue()
    {
        using var place = Workplace.OfRefresh();

        var rejects = place.Query<string>(
            "select distinct column_name || ' ' || rule || ' ' || coalesce(rejected_value, '-') from ops.reject where feed = 'ae_attendance'");

        Assert.That(rejects, Is.EquivalentTo(new[]
        {
            "ProviderCode allowed ZZZ", "DepartmentType allowed 7", "DepartmentType required -", "ArrivedAt required -",
            "ArrivedAt required 1800-01-01 00:00:00", "row departs_after_arrival -",
        }));
    }

    private sealed record Handled(string What, bool? IsAsExpected);
}
