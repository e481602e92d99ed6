-- severity: warn
-- Only cancer is treated: a treated pathway says so, and says which.
select pathway_id, treated_date, outcome_code, tumour_group_key
from star.fact_cancer_pathway
where treated_date is not null
  and (outcome_code <> 'C' or tumour_group_key = 99)
