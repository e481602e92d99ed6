-- severity: error
-- A pathway must stand once in a census.
select census_date, pathway_id, count(*) as row_count
from star.fact_rtt_open_pathway
group by census_date, pathway_id
having count(*) > 1
