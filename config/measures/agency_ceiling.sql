-- agency_ceiling: pounds that the providers may spend on agency staff, as NHS Improvement set them.
-- One row per month, basis and organisation.
select
    c.month_date,
    'provider' as basis,
    c.provider_key as organisation_key,
    cast(sum(c.ceiling_gbp) as decimal(18, 2)) as value
from star.fact_agency_ceiling as c
group by 1, 2, 3
