-- The A&E KPI of the published return counted again from landing: one row per level, organisation and month.
select
    'ae_four_hour_as_published' as kpi,
    level,
    ods,
    period_date::date as month,
    sum(attendances::bigint - attendances_over_four_hours::bigint) as numerator,
    sum(attendances::bigint) as denominator
from read_parquet('{landing}/ae_monthly_return/*/*.parquet') as r,
    lateral (values ('partnership', 'SEL'), ('provider', organisation_code)) as o (level, ods)
where attendances_over_four_hours is not null
group by all
