-- severity: warn
-- Fewer than one spell in a hundred has an admission method that the data dictionary does not know.
select count(*) as spells, count(*) filter (where admission_method_key = 0) as spells_of_unknown_method
from star.fact_inpatient_spell
having count(*) filter (where admission_method_key = 0) > 0.01 * count(*)
