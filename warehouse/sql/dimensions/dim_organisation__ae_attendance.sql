-- feed: ae_attendance
-- table: dim_organisation
-- Organisations that attendances name: commissioners from outside the partnership are met here first.
select distinct commissioner_code as ods_code
from staging.stg_ae_attendance
