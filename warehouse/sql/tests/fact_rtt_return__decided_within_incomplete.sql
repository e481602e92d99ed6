-- severity: warn
-- No more pathways with a decision to admit (part 2A) than incomplete pathways (part 2), of which they are a part.
with counted as (
    select
        r.provider_key,
        r.month_date,
        r.band,
        sum(case when t.part_code = 'PART_2A' then r.pathways else 0 end) as decided_pathways,
        sum(case when t.part_code = 'PART_2' then r.pathways else 0 end) as incomplete_pathways
    from star.fact_rtt_return as r
    inner join star.dim_rtt_part as t on t.part_key = r.part_key
    group by r.provider_key, r.month_date, r.band
)

select provider_key, month_date, band, decided_pathways, incomplete_pathways
from counted
where decided_pathways > incomplete_pathways
