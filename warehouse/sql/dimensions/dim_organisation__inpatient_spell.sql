-- feed: inpatient_spell
-- table: dim_organisation
-- Organisations that spells name: commissioners from outside the partnership may be met here first.
select distinct commissioner_code as ods_code
from staging.stg_inpatient_spell
