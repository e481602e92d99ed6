-- severity: error
-- Every key of a clock stop meets a member of its dimension, and its provider is known.
select pathway_id, provider_key, commissioner_key, specialty_key, stop_status_key, clock_stop_date
from star.fact_rtt_clock_stop
where provider_key = 0
   or provider_key not in (select organisation_key from star.dim_organisation)
   or commissioner_key not in (select organisation_key from star.dim_organisation)
   or specialty_key not in (select specialty_key from star.dim_specialty)
   or stop_status_key not in (select stop_status_key from star.dim_rtt_stop_status)
   or clock_stop_date not in (select calendar_date from star.dim_date)
