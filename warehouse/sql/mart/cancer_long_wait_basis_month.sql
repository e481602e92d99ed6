-- Cancer pathways that passed day 104 without ending, by month of their day 105, basis and organisation: one row for each month in which the
-- organisation saw anybody first. A pathway counts once, whole, at the provider that held it that day, treated since or not.
-- What ended before the register began is not known: no month before that counts.
-- Example: select month_date, sum(passed_day_104) from mart.cancer_long_wait_basis_month where basis = 'provider' group by month_date order by month_date;
with known as (
    select
        cast(date_trunc('month', min(ended_date)) as date) as first_date,
        cast(max(modified_at) as date) as last_date
    from star.fact_cancer_pathway
),

-- Day 105 of a pathway in progress may lie ahead: those are left out.
passed as (
    select
        cast(date_trunc('month', p.day_105_date) as date) as month_date,
        case when p.transfer_days <= 104 and p.treating_provider_key <> 0 then p.treating_provider_key else p.first_seen_provider_key end
            as provider_key,
        p.commissioner_key,
        count(*) as passed_day_104
    from star.fact_cancer_pathway as p
    cross join known as k
    where p.day_105_date between k.first_date and k.last_date
    group by 1, 2, 3
),

-- No pathway past day 104 is 0, not unknown, wherever there were patients.
seen as (
    select
        cast(date_trunc('month', p.first_seen_date) as date) as month_date,
        p.first_seen_provider_key as provider_key,
        p.commissioner_key,
        0 as passed_day_104
    from star.fact_cancer_pathway as p
    cross join known as k
    where p.first_seen_date >= k.first_date
    group by 1, 2, 3
),

counted as (
    select month_date, provider_key, commissioner_key, passed_day_104 from passed
    union all
    select month_date, provider_key, commissioner_key, passed_day_104 from seen
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, passed_day_104 from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, passed_day_104 from counted
)

select
    b.month_date,  -- First day of the month that day 105 fell in.
    b.basis,  -- provider, by the trust that held the pathway on day 105, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    cast(sum(b.passed_day_104) as bigint) as passed_day_104  -- Pathways under a 62-day clock that passed day 104 in the month.
from by_basis as b
group by 1, 2, 3
