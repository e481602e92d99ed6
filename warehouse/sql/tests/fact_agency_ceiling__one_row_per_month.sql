-- severity: error
-- A provider's month must stand once.
select provider_key, month_date, count(*) as row_count
from star.fact_agency_ceiling
group by provider_key, month_date
having count(*) > 1
