-- feed: agency_ceiling
-- table: dim_organisation
-- Organisations that the ceilings name: a national file holds every provider in England.
select distinct provider_code as ods_code
from staging.stg_agency_ceiling
