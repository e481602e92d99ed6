-- severity: warn
-- A stay of more than a year in an acute hospital, finished or not, is a spell that nobody closed in time.
select s.spell_id, s.admission_date, s.discharge_date
from star.fact_inpatient_spell as s
where coalesce(s.discharge_date, (select max(l.admission_date) from star.fact_inpatient_spell as l)) - s.admission_date > 365
