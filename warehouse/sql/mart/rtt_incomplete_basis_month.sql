-- Incomplete RTT pathways at month end by basis, organisation and week of wait: one row each. Where a census of a provider's pathways is
-- held for the month it is counted, the last one if there are several; for the months before, the published return of the partnership's own
-- providers is: never both. Choose one basis, and one month: a stock.
-- Example: select month_date, sum(pathways) from mart.rtt_incomplete_basis_month where basis = 'provider' group by month_date order by month_date;
with orthopaedic as (
    select specialty_key, rtt_code = '110' as is_orthopaedic
    from star.dim_specialty
),

-- A provider's last census of a month is the month's: one taken between month ends must not be added to it.
last_census as (
    select provider_key, max(census_date) as census_date
    from (select distinct provider_key, census_date from star.fact_rtt_open_pathway) as taken
    group by provider_key, date_trunc('month', census_date)
),

census as materialized (
    select
        p.census_date,
        p.provider_key,
        p.commissioner_key,
        s.is_orthopaedic,
        p.band,
        count(*) as pathways
    from star.fact_rtt_open_pathway as p
    inner join last_census as l
        on l.provider_key = p.provider_key
        and l.census_date = p.census_date
    inner join orthopaedic as s on s.specialty_key = p.specialty_key
    group by 1, 2, 3, 4, 5
),

census_month as (
    select distinct cast(date_trunc('month', census_date) as date) as month_date, provider_key
    from census
),

returned as (
    select
        r.month_date,
        r.provider_key,
        r.commissioner_key,
        s.is_orthopaedic,
        r.band,
        sum(r.pathways) as pathways
    from star.fact_rtt_return as r
    inner join orthopaedic as s on s.specialty_key = r.specialty_key
    inner join star.dim_organisation as o
        on o.organisation_key = r.provider_key
        and o.organisation_level = 'provider'
    left join census_month as c
        on c.month_date = r.month_date
        and c.provider_key = r.provider_key
    where r.part_key in (select part_key from star.dim_rtt_part where part_code = 'PART_2')
      and r.band >= 0
      and c.month_date is null
    group by 1, 2, 3, 4, 5
),

counted as (
    select cast(date_trunc('month', census_date) as date) as month_date, provider_key, commissioner_key, is_orthopaedic, band, pathways
    from census
    union all
    select month_date, provider_key, commissioner_key, is_orthopaedic, band, pathways
    from returned
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, is_orthopaedic, band, pathways
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, is_orthopaedic, band, pathways
    from counted
)

select
    month_date,  -- First day of the month at whose end the pathways were open.
    basis,  -- provider, by the trust that they wait at, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    is_orthopaedic,  -- Trauma and orthopaedics.
    band,  -- Week of wait: 0 to 17 are within 18 weeks, 52 is more than 52 weeks.
    cast(sum(pathways) as bigint) as pathways  -- Pathways.
from by_basis
group by 1, 2, 3, 4, 5
