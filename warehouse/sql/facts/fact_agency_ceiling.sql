-- feed: agency_ceiling
-- key: provider_key, month_date
-- month: month_date
-- fact_agency_ceiling: one row per provider and month.
select
    coalesce(o.organisation_key, 0) as provider_key,
    cast(date_trunc('month', c.month_date) as date) as month_date,
    c.ceiling_gbp
from staging.stg_agency_ceiling as c
left join star.dim_organisation as o on o.ods_code = c.provider_code
