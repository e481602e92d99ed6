-- Our own census of open RTT pathways beside part 2 of the published return: one row per provider and month that both hold; the difference
-- is ours less theirs.
-- Example: select * from mart.rtt_return_reconciliation where abs(within_18_weeks_difference) > 0.002 order by month_date, ods_code;
with ours as (
    select
        cast(date_trunc('month', p.census_date) as date) as month_date,
        p.provider_key,
        count(*) as pathways,
        count(*) filter (where p.band < 18) as within_18_weeks,
        count(*) filter (where p.band >= 52) as over_52_weeks
    from star.fact_rtt_open_pathway as p
    group by 1, 2
),

published as (
    select
        r.month_date,
        r.provider_key,
        sum(r.pathways) as pathways,
        sum(case when r.band < 18 then r.pathways else 0 end) as within_18_weeks,
        sum(case when r.band >= 52 then r.pathways else 0 end) as over_52_weeks
    from star.fact_rtt_return as r
    inner join star.dim_rtt_part as t on t.part_key = r.part_key
    where t.part_code = 'PART_2'
      and r.band >= 0
    group by 1, 2
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    p.month_date,  -- First day of the month at whose end both were counted.
    u.pathways,  -- Our open pathways.
    cast(p.pathways as bigint) as published_pathways,  -- Incomplete pathways as published.
    cast(u.pathways - p.pathways as bigint) as pathways_difference,  -- Ours less published.
    cast(u.within_18_weeks as double precision) / nullif(u.pathways, 0) as within_18_weeks_share,  -- Our share within 18 weeks.
    cast(p.within_18_weeks as double precision) / nullif(p.pathways, 0) as published_within_18_weeks_share,  -- The share within 18 weeks as published.
    cast(u.within_18_weeks as double precision) / nullif(u.pathways, 0)
        - cast(p.within_18_weeks as double precision) / nullif(p.pathways, 0) as within_18_weeks_difference,  -- Ours less published, as a fraction.
    u.over_52_weeks,  -- Our pathways of more than 52 weeks.
    cast(p.over_52_weeks as bigint) as published_over_52_weeks  -- Those as published.
from published as p
inner join ours as u on u.month_date = p.month_date and u.provider_key = p.provider_key
inner join star.dim_organisation as o on o.organisation_key = p.provider_key
