-- severity: error
-- A shift must stand once.
select shift_id, count(*) as row_count
from star.fact_agency_shift
group by shift_id
having count(*) > 1
