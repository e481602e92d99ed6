-- severity: error
-- An attendance must stand once.
select attendance_id, count(*) as row_count
from star.fact_ae_attendance
group by attendance_id
having count(*) > 1
