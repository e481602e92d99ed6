-- Incomplete RTT pathways as published (part 2 of the return) by month, basis and organisation: one row each. A stock: never add months
-- up. Provider and commissioner rows hold the same pathways: choose one basis.
-- Example: select month_date, sum(pathways) from mart.rtt_return_incomplete_basis_month where basis = 'provider' group by month_date order by month_date;
with counted as (
    select
        r.month_date,
        r.provider_key,
        r.commissioner_key,
        sum(r.pathways) as pathways,
        sum(case when r.band < 18 then r.pathways else 0 end) as within_18_weeks
    from star.fact_rtt_return as r
    inner join star.dim_rtt_part as t on t.part_key = r.part_key
    where t.part_code = 'PART_2'
      and r.band >= 0
    group by 1, 2, 3
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, pathways, within_18_weeks
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, pathways, within_18_weeks
    from counted
)

select
    month_date,  -- First day of the month at whose end they were counted.
    basis,  -- provider, by the trust that they wait at, or commissioner.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(pathways) as bigint) as pathways,  -- Incomplete pathways.
    cast(sum(within_18_weeks) as bigint) as within_18_weeks  -- Those that have waited 18 weeks or less.
from by_basis
group by 1, 2, 3
