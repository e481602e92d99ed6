using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// The scorecard against a second, naive calculation that shares nothing with the first: from the landed Parquet straight to values, in
/// one query, with the rules of the contract and of the definitions written out again.
/// </summary>
[TestFixture]
public sealed class KpiRecomputationTests
{
    private const string Naive =
        """
        with attendance as (
            select distinct on (AttendanceId)
                upper(trim(ProviderCode)) as provider,
                upper(trim(CommissionerCode)) as ccg,
                trim(DepartmentType) = '01' as is_type_1,
                date_trunc('month', ArrivedAt)::date as month,
                DepartedAt - ArrivedAt <= interval 4 hour as is_within,
                DisposalCode = '01' as is_admitted,
                AttendanceCategory = case DataSet when 'AECDS' then '2' else '4' end as is_planned
            from read_parquet('{landing}/ae_attendance/*/*.parquet')
            where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
                and DepartmentType in ('01', '02', '03', '04')
                and ArrivedAt >= '2013-04-01'
                and DepartedAt >= ArrivedAt
            order by AttendanceId, ModifiedAt desc
        ),

        counted as (
            select level, ods, a.*
            from attendance as a,
                lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
            where not coalesce(is_planned, false)
                and (level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q'))
        ),

        published as (
            select
                level,
                ods,
                period_date::date as month,
                attendances::bigint as attendances,
                attendances_over_four_hours::bigint as over
            from read_parquet('{landing}/ae_monthly_return/*/*.parquet') as r,
                lateral (values ('partnership', 'SEL'), ('provider', organisation_code)) as o (level, ods)
            where attendances_over_four_hours is not null
        ),

        figures as (
            select 'ae_four_hour' as kpi, level, ods, month, count(*) filter (is_within) as numerator, count(*) as denominator
            from counted group by all
            union all
            select 'ae_four_hour_type_1', level, ods, month, count(*) filter (is_within), count(*) from counted where is_type_1 group by all
            union all
            select 'ae_conversion_to_admission', level, ods, month, count(*) filter (is_admitted), count(*)
            from counted where is_type_1 group by all
            union all
            select 'ae_attendances', level, ods, month, count(*), day(last_day(month)) from counted group by all
            union all
            select 'ae_four_hour_as_published', level, ods, month, sum(attendances - over), sum(attendances) from published group by all
        ),

        period as (
            select
                kind,
                m.month::date as last_month,
                case kind
                    when 'month' then m.month
                    when 'quarter' then date_trunc('quarter', m.month)
                    when 'year_to_date' then make_date(year(m.month) - (month(m.month) < 4)::integer, 4, 1)
                    else m.month - interval 11 month
                end::date as first_month
            from range(date '2015-04-01', date '2019-01-01', interval 1 month) as m (month),
                (values ('month'), ('quarter'), ('year_to_date'), ('rolling_12')) as k (kind)
            where kind <> 'quarter' or month(m.month) % 3 = 0
        )

        select
            kpi,
            level,
            ods,
            kind,
            last_month,
            sum(numerator)::double / sum(denominator) as value
        from figures
        inner join period on month between first_month and last_month
        group by all
        having kind <> 'rolling_12'
            or count(*) = 12 and last_month <= case kpi when 'ae_four_hour_as_published' then date '2018-11-01' else date '2018-12-01' end
        """;

    [Test]
    public void EveryKpiValue_EqualsTheNaiveOne()
    {
        using var place = Workplace.OfRefreshWithAllKpis();
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only)");
        session.Execute($"create table naive as {Naive.Replace("{landing}", place.Data.Landing, StringComparison.Ordinal)}");

        var compared = session.Query<Compared>(
            """
            select
                coalesce(n.kpi, v.kpi) as Kpi,
                coalesce(n.level, v.level) as Level,
                coalesce(n.ods, v.ods_code) || ' ' || coalesce(n.kind, v.period_kind) || ' '
                    || coalesce(n.last_month, v.period_end_date)::text as What,
                n.value as Naive,
                v.value as Value
            from naive as n
            full join (from published.scorecard.kpi_value where value is not null) as v
                on v.kpi = n.kpi
                and v.level = n.level
                and v.ods_code = n.ods
                and v.period_kind = n.kind
                and date_trunc('month', v.period_end_date) = n.last_month
            """);

        Assert.Multiple(() =>
        {
            Assert.That(compared.Where(pair => !(Math.Abs(pair.Value - pair.Naive ?? double.NaN) <= 1e-12 * Math.Max(1, Math.Abs(pair.Naive ?? 0)))), Is.Empty);
            Assert.That(compared, Has.Count.EqualTo(session.Scalar<int>("select count(*)::integer from naive")));
            Assert.That(compared.Select(pair => (pair.Kpi, pair.Level)).Distinct().ToList(), Has.Count.EqualTo(14), "five KPIs, three levels, the return without CCGs");
        });
    }

    [Test]
    public void StatusesAgainstTrajectories_EqualTheNaiveOnes()
    {
        using var place = Workplace.OfRefreshWithAllKpis();
        using var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only)");

        var judged = session.Query<Judged>(
            $"""
            with point as (
                select *
                from read_csv('{place.Config}/plans/changes.csv', all_varchar = true)
                where kind = 'trajectory'
            ),

            judged as (
                select
                    v.kpi,
                    v.ods_code,
                    v.period_end_date as day,
                    v.value,
                    v.status,
                    p.period_date::date as from_day,
                    p.value::double as from_value,
                    lead(p.period_date::date) over points as to_day,
                    lead(p.value::double) over points as to_value
                from published.scorecard.kpi_value as v
                inner join point as p
                    on p.kpi = v.kpi
                    and p.organisation = v.ods_code
                    -- The last change that had begun on that day.
                    and p.change_id = (
                        select max(c.change_id)
                        from point as c
                        where c.kpi = v.kpi and c.organisation = v.ods_code and c.effective_from::date <= v.period_end_date
                    )
                where v.period_kind = 'month'
                    and v.value is not null
                    and v.level <> 'ccg'
                    and v.kpi <> 'ae_four_hour_as_published'
                window points as (partition by v.kpi, v.ods_code, v.period_end_date order by p.period_date)
            ),

            planned as (
                select
                    *,
                    coalesce(from_value + (to_value - from_value) * (day - from_day) / (to_day - from_day), from_value) as plan
                from judged
                where day >= from_day and (to_day is null or day < to_day)
            ),

            measured as (
                select
                    *,
                    case when kpi like 'ae_four_hour%' then value - plan else plan - value end as better_by,
                    case kpi when 'ae_attendances' then 0.03 * plan when 'ae_conversion_to_admission' then 0.01 else 0.02 end as tolerance
                from planned
            )

            select
                kpi || ' ' || ods_code || ' ' || day::text as What,
                status as Status,
                case when better_by >= 0 then 'green' when better_by >= -tolerance then 'amber' else 'red' end as Naive
            from measured
            """);

        Assert.Multiple(() =>
        {
            Assert.That(judged, Has.Count.GreaterThan(400));
            Assert.That(judged.Where(value => value.Status != value.Naive), Is.Empty);
            Assert.That(judged.Select(value => value.Status).Distinct().ToList(), Has.Count.EqualTo(3), "all colours");
        });
    }

    private sealed record Compared(string Kpi, string Level, string What, double? Naive, double? Value);

    private sealed record Judged(string What, string Status, string Naive);
}
