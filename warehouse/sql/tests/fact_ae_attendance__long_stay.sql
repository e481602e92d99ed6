-- severity: warn
-- A stay of more than a week in a department is a mistake of recording.
select attendance_id, stay_minutes
from star.fact_ae_attendance
where stay_minutes > 7 * 24 * 60
