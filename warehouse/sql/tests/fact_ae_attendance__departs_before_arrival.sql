-- severity: error
-- Nobody leaves before they arrive.
select attendance_id, arrived_at, departed_at
from star.fact_ae_attendance
where departed_at < arrived_at
