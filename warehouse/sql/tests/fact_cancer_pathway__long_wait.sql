-- severity: warn
-- A wait of more than a year for first treatment is a mistake of recording.
select pathway_id, referred_date, treated_date, treated_days
from star.fact_cancer_pathway
where treated_days > 366
