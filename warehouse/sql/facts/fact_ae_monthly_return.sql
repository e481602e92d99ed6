-- feed: ae_monthly_return
-- key: organisation_key, month_date, department_group
-- month: month_date
-- fact_ae_monthly_return: one row per organisation, month and department group.
select
    coalesce(o.organisation_key, 0) as organisation_key,
    cast(date_trunc('month', r.period_date) as date) as month_date,
    r.department_group,
    r.attendances,
    r.attendances_over_four_hours,
    r.emergency_admissions
from staging.stg_ae_monthly_return as r
left join star.dim_organisation as o on o.ods_code = r.organisation_code
