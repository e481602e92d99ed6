-- severity: error
-- Nobody is seen before they are referred, nor treated before that is decided.
select pathway_id, referred_date, first_seen_date, decided_to_treat_date, treated_date
from star.fact_cancer_pathway
where first_seen_date < referred_date
   or treated_date < decided_to_treat_date
