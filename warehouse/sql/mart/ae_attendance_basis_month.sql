-- A&E attendances by month, basis, organisation and department group: one row each, planned follow-ups left out. Provider and commissioner
-- rows hold the same attendances: choose one basis, never add both.
-- Example: select month_date, sum(attendances) from mart.ae_attendance_basis_month where basis = 'commissioner' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', a.arrival_date) as date) as month_date,
        a.provider_key,
        a.commissioner_key,
        a.department_type_key,
        count(*) as attendances,
        count(*) filter (where a.is_within_four_hours) as within_four_hours,
        count(*) filter (where a.is_admitted) as admissions
    from star.fact_ae_attendance as a
    where not a.is_planned_follow_up
    group by 1, 2, 3, 4
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, department_type_key, attendances, within_four_hours, admissions
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, department_type_key, attendances, within_four_hours, admissions
    from counted
)

select
    b.month_date,  -- First day of the month.
    b.basis,  -- provider, by the trust that was attended, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    t.department_group,  -- 1, 2 or other, as published returns group departments; same-day and unknown are in no return.
    cast(sum(b.attendances) as bigint) as attendances,  -- Attendances.
    cast(sum(b.within_four_hours) as bigint) as within_four_hours,  -- Departed within 240 minutes of arrival.
    cast(sum(b.admissions) as bigint) as admissions  -- Ended in admission.
from by_basis as b
inner join star.dim_department_type as t on t.department_type_key = b.department_type_key
group by 1, 2, 3, 4
