-- A&E attendances by month, provider and department group: one row each, planned follow-ups left out.
-- Example: select ods_code, sum(within_four_hours) * 1.0 / sum(attendances) from mart.ae_attendance_month where financial_year = '2018/19' group by ods_code;
with by_month as (
    select
        a.provider_key,
        a.department_type_key,
        cast(date_trunc('month', a.arrival_date) as date) as month_date,
        count(*) as attendances,
        count(*) filter (where a.is_within_four_hours) as within_four_hours,
        count(*) filter (where a.is_admitted) as admissions
    from star.fact_ae_attendance as a
    where not a.is_planned_follow_up
    group by 1, 2, 3
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    b.month_date,  -- First day of the month.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    t.department_group,  -- 1, 2 or other, as published returns group departments.
    cast(sum(b.attendances) as bigint) as attendances,  -- Attendances.
    cast(sum(b.within_four_hours) as bigint) as within_four_hours,  -- Departed within 240 minutes of arrival.
    cast(sum(b.attendances) - sum(b.within_four_hours) as bigint) as over_four_hours,  -- Departed later: breaches.
    cast(sum(b.admissions) as bigint) as admissions  -- Ended in admission.
from by_month as b
inner join star.dim_organisation as o on o.organisation_key = b.provider_key
inner join star.dim_department_type as t on t.department_type_key = b.department_type_key
inner join star.dim_date as d on d.calendar_date = b.month_date
group by 1, 2, 3, 4, 5, 6
