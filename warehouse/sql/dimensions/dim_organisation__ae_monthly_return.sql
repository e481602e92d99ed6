-- feed: ae_monthly_return
-- table: dim_organisation
-- Organisations that the return names: a national file holds every provider in England.
select distinct organisation_code as ods_code
from staging.stg_ae_monthly_return
