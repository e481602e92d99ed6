-- stg_agency_ceiling: one row per provider and month of the batch that keeps its contract.
select
    provider_code,
    month_date,
    ceiling_gbp
from landing.agency_ceiling
