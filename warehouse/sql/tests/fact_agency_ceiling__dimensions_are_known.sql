-- severity: error
-- Every ceiling belongs to a provider and a month that the dimensions know.
select provider_key, month_date
from star.fact_agency_ceiling
where provider_key not in (select organisation_key from star.dim_organisation where organisation_key <> 0)
   or month_date not in (select calendar_date from star.dim_date)
