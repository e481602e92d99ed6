-- severity: warn
-- A shared pathway has a day of transfer: without one the day-38 rule cannot be applied.
select pathway_id, first_seen_provider_key, treating_provider_key, treated_date
from star.fact_cancer_pathway
where is_shared
  and treated_date is not null
  and transferred_date is null
