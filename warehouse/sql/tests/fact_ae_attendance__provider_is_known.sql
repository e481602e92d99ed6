-- severity: error
-- Every attendance belongs to a provider that dim_organisation knows.
select a.attendance_id, a.provider_key
from star.fact_ae_attendance as a
where a.provider_key = 0
   or a.provider_key not in (select organisation_key from star.dim_organisation)
