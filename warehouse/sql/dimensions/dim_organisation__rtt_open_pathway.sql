-- feed: rtt_open_pathway
-- table: dim_organisation
-- Organisations that open pathways name: commissioners from outside the partnership may be met here first.
select distinct commissioner_code as ods_code
from staging.stg_rtt_open_pathway
