-- The KPIs over A&E attendances a second, naive way, from the landed Parquet: one row per KPI, level, organisation and month.
with attendance as (
    select distinct on (AttendanceId)
        AttendanceId as id,
        PatientPseudonym as patient,
        upper(trim(ProviderCode)) as provider,
        upper(trim(CommissionerCode)) as ccg,
        trim(DepartmentType) = '01' as is_type_1,
        ArrivedAt as arrived_at,
        DepartedAt as departed_at,
        case when DecidedToAdmitAt >= '1900-01-01' then DecidedToAdmitAt end as decided_at,
        date_trunc('month', ArrivedAt)::date as month,
        DepartedAt - ArrivedAt <= interval 4 hour as is_within,
        DisposalCode = '01' as is_admitted,
        coalesce(AttendanceCategory = case DataSet when 'AECDS' then '2' else '4' end, false) as is_planned
    from read_parquet('{landing}/ae_attendance/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
        and DepartmentType in ('01', '02', '03', '04')
        and ArrivedAt >= '2013-04-01'
        and DepartedAt >= ArrivedAt
    order by AttendanceId, ModifiedAt desc
),

-- A patient's attendances in order, numbered: each is compared with the one numbered one less.
visit as (
    select
        *,
        row_number() over (partition by patient order by arrived_at, id) as nth
    from attendance
    where patient is not null
),

back as (
    select this.id
    from visit as this
    inner join visit as before on before.patient = this.patient and before.nth = this.nth - 1
    where before.departed_at >= this.arrived_at - interval 7 day
),

described as (
    select
        a.*,
        b.id is not null as is_back
    from attendance as a
    left join back as b on b.id = a.id
    where not a.is_planned
),

counted as (
    select level, ods, d.*
    from described as d,
        lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
    where level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q')
)

select 'ae_four_hour' as kpi, level, ods, month, count(*) filter (is_within) as numerator, count(*) as denominator
from counted group by all
union all
select 'ae_four_hour_type_1', level, ods, month, count(*) filter (is_within), count(*)
from counted where is_type_1 group by all
union all
select 'ae_conversion_to_admission', level, ods, month, count(*) filter (is_admitted), count(*)
from counted where is_type_1 group by all
union all
select 'ae_attendances', level, ods, month, count(*), day(last_day(month))
from counted group by all
union all
select 'ae_twelve_hour_stays', level, ods, month, count(*) filter (departed_at - arrived_at >= interval 12 hour), count(*)
from counted group by all
union all
select
    'ae_twelve_hour_bed_waits', level, ods, month,
    count(*) filter (is_admitted and departed_at - decided_at > interval 12 hour), null
from counted group by all
union all
select 'ae_reattendance_seven_days', level, ods, month, count(*) filter (is_back), count(*)
from counted where patient is not null group by all
