-- severity: error
-- A clock must stop once.
select pathway_id, count(*) as row_count
from star.fact_rtt_clock_stop
group by pathway_id
having count(*) > 1
