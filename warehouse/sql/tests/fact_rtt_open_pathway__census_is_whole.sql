-- severity: warn
-- A census holds no less than four fifths of the provider's census before it: a smaller one is part of one.
with counted as (
    select census_date, provider_key, count(*) as pathways
    from star.fact_rtt_open_pathway
    group by census_date, provider_key
),

followed as (
    select
        census_date,
        provider_key,
        pathways,
        lag(pathways) over (partition by provider_key order by census_date) as pathways_before
    from counted
)

select census_date, provider_key, pathways, pathways_before
from followed
where pathways < 0.8 * pathways_before
