-- feed: rtt_clock_stop
-- table: dim_organisation
-- Organisations that clock stops name: commissioners from outside the partnership may be met here first.
select distinct commissioner_code as ods_code
from staging.stg_rtt_clock_stop
