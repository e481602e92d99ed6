-- severity: error
-- Every key of the return meets a member of its dimension, and none is unknown but the treatment function.
select provider_key, commissioner_key, month_date, part_key, specialty_key
from star.fact_rtt_return
where provider_key = 0
   or commissioner_key = 0
   or part_key = 0
   or provider_key not in (select organisation_key from star.dim_organisation)
   or commissioner_key not in (select organisation_key from star.dim_organisation)
   or part_key not in (select part_key from star.dim_rtt_part)
   or specialty_key not in (select specialty_key from star.dim_specialty)
   or month_date not in (select calendar_date from star.dim_date)
