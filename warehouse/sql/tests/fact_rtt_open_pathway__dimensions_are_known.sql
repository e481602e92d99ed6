-- severity: error
-- Every key of an open pathway meets a member of its dimension, and its provider is known.
select census_date, pathway_id, provider_key, commissioner_key, specialty_key
from star.fact_rtt_open_pathway
where provider_key = 0
   or provider_key not in (select organisation_key from star.dim_organisation)
   or commissioner_key not in (select organisation_key from star.dim_organisation)
   or specialty_key not in (select specialty_key from star.dim_specialty)
   or census_date not in (select calendar_date from star.dim_date)
