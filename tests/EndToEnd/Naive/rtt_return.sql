-- The RTT KPI of the published return counted again from landing: one row per level, organisation and month.
select
    'rtt_within_18_weeks_as_published' as kpi,
    level,
    ods,
    period_date::date as month,
    coalesce(sum(pathways) filter (band < 18), 0) as numerator,
    sum(pathways) as denominator
from read_parquet('{landing}/rtt_return/*/*.parquet') as r,
    lateral (values ('partnership', 'SEL'), ('provider', provider_code), ('ccg', commissioner_code)) as o (level, ods)
where upper(part) = 'PART_2'
    and band between 0 and 52
    and (level = 'partnership' or level = 'provider' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q'))
group by all
