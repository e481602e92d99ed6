-- feed: cancer_pathway
-- table: dim_organisation
-- Organisations that cancer pathways name: commissioners and treating providers from outside the partnership are met here first.
select distinct commissioner_code as ods_code
from staging.stg_cancer_pathway
union
select distinct treating_provider_code as ods_code
from staging.stg_cancer_pathway
union
select distinct first_seen_provider_code as ods_code
from staging.stg_cancer_pathway
