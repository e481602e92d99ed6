-- severity: error
-- A spell must stand once.
select spell_id, count(*) as row_count
from star.fact_inpatient_spell
group by spell_id
having count(*) > 1
