-- RTT clock stops by month, basis, organisation and whether admitted: one row each. Provider and commissioner rows hold the same stops:
-- choose one basis, never add both.
-- Example: select month_date, sum(clock_stops) from mart.rtt_clock_stop_basis_month where basis = 'provider' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', s.clock_stop_date) as date) as month_date,
        s.provider_key,
        s.commissioner_key,
        s.is_admitted,
        count(*) as clock_stops,
        count(*) filter (where s.is_within_18_weeks) as within_18_weeks
    from star.fact_rtt_clock_stop as s
    group by 1, 2, 3, 4
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, is_admitted, clock_stops, within_18_weeks
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, is_admitted, clock_stops, within_18_weeks
    from counted
)

select
    month_date,  -- First day of the month in which the clock stopped.
    basis,  -- provider, by the trust that treated, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    is_admitted,  -- Ended with an admission.
    cast(sum(clock_stops) as bigint) as clock_stops,  -- Pathways whose clock stopped.
    cast(sum(within_18_weeks) as bigint) as within_18_weeks  -- Those that had waited 126 days or less.
from by_basis
group by 1, 2, 3, 4
