-- Our own monthly A&E figures beside the published return: one row per provider and month that both hold; the difference is ours less theirs.
-- Example: select * from mart.ae_return_reconciliation where abs(four_hour_difference) > 0.002 order by month_date;
with ours as (
    select
        ods_code,
        month_date,
        sum(attendances) as attendances,
        sum(within_four_hours) as within_four_hours,
        sum(admissions) as admissions
    from mart.ae_attendance_month
    group by ods_code, month_date
),

published as (
    select
        o.ods_code,
        o.organisation_name,
        r.month_date,
        sum(r.attendances) as attendances,
        sum(r.attendances_over_four_hours) as over_four_hours,
        sum(r.emergency_admissions) as admissions
    from star.fact_ae_monthly_return as r
    inner join star.dim_organisation as o on o.organisation_key = r.organisation_key
    group by 1, 2, 3
)

select
    p.ods_code,  -- ODS code of the provider.
    p.organisation_name,  -- Its name.
    p.month_date,  -- First day of the month.
    cast(u.attendances as bigint) as attendances,  -- Our attendances.
    cast(p.attendances as bigint) as published_attendances,  -- Attendances as published.
    cast(u.attendances - p.attendances as bigint) as attendances_difference,  -- Ours less published.
    cast(u.within_four_hours as double precision) / nullif(u.attendances, 0) as four_hour_share,  -- Our share within four hours.
    cast(p.attendances - p.over_four_hours as double precision) / nullif(p.attendances, 0) as published_four_hour_share,  -- The share within four hours as published.
    cast(u.within_four_hours as double precision) / nullif(u.attendances, 0)
        - cast(p.attendances - p.over_four_hours as double precision) / nullif(p.attendances, 0) as four_hour_difference,  -- Ours less published, as a fraction.
    cast(u.admissions as bigint) as admissions,  -- Our emergency admissions.
    cast(p.admissions as bigint) as published_admissions  -- Emergency admissions as published.
from published as p
inner join ours as u on u.ods_code = p.ods_code and u.month_date = p.month_date
