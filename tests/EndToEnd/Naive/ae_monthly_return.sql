-- The KPIs over the published A&E return a second, naive way, from the landed Parquet: one row per KPI, level, organisation and month.
with published as (
    select
        level,
        ods,
        period_date::date as month,
        attendances::bigint as attendances,
        attendances_over_four_hours::bigint as over
    from read_parquet('{landing}/ae_monthly_return/*/*.parquet') as r,
        lateral (values ('partnership', 'SEL'), ('provider', organisation_code)) as o (level, ods)
    where attendances_over_four_hours is not null
)

select
    'ae_four_hour_as_published' as kpi,
    level,
    ods,
    month,
    sum(attendances - over) as numerator,
    sum(attendances) as denominator
from published
group by all
