-- feed: rtt_return
-- table: dim_organisation
-- Organisations that the return names: a national file holds every provider and commissioner in England.
select distinct provider_code as ods_code
from staging.stg_rtt_return
union
select distinct commissioner_code as ods_code
from staging.stg_rtt_return
