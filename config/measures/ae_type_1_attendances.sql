-- ae_type_1_attendances: attendances at a consultant-led 24-hour department (type 01), planned follow-ups left out.
-- One row per month, basis and organisation.
with by_month as (
    select
        cast(date_trunc('month', a.arrival_date) as date) as month_date,
        a.provider_key,
        a.commissioner_key,
        cast(count(*) as bigint) as value
    from star.fact_ae_attendance as a
    inner join star.dim_department_type as t on t.department_type_key = a.department_type_key
    where not a.is_planned_follow_up and t.department_type_code = '01'
    group by 1, 2, 3
)

select month_date, 'provider' as basis, provider_key as organisation_key, cast(sum(value) as bigint) as value
from by_month
group by 1, 2, 3
union all
select month_date, 'commissioner' as basis, commissioner_key as organisation_key, cast(sum(value) as bigint) as value
from by_month
group by 1, 2, 3
