-- severity: error
-- Every pathway was begun by a provider that dim_organisation knows.
select p.pathway_id, p.first_seen_provider_key
from star.fact_cancer_pathway as p
where p.first_seen_provider_key = 0
   or p.first_seen_provider_key not in (select organisation_key from star.dim_organisation)
