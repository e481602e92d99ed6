-- severity: error
-- A pathway must stand once.
select pathway_id, count(*) as row_count
from star.fact_cancer_pathway
group by pathway_id
having count(*) > 1
