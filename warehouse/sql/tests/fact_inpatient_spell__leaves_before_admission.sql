-- severity: error
-- Nobody leaves before they are admitted.
select spell_id, admitted_at, discharged_at
from star.fact_inpatient_spell
where discharged_at < admitted_at
