-- severity: warn
-- More than 400 pounds an hour is a mistake of recording.
select shift_id, hourly_rate_gbp
from star.fact_agency_shift
where hourly_rate_gbp > 400
