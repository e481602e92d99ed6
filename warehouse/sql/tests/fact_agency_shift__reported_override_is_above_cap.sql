-- severity: warn
-- A shift that is reported as an override of the price cap is paid above it.
select shift_id, hourly_rate_gbp, cap_rate_gbp
from star.fact_agency_shift
where is_override_reported
  and not is_above_cap
