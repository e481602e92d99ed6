-- The A&E KPIs counted again from landing: one row per KPI, level, organisation and month.
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
)

select 'ae_four_hour' as kpi, level, ods, month, count(*) filter (is_within) as numerator, count(*) as denominator
from counted group by all
union all
select 'ae_four_hour_type_1', level, ods, month, count(*) filter (is_within), count(*) from counted where is_type_1 group by all
union all
select 'ae_conversion_to_admission', level, ods, month, count(*) filter (is_admitted), count(*)
from counted where is_type_1 group by all
union all
select 'ae_attendances', level, ods, month, count(*), day(last_day(month)) from counted group by all
