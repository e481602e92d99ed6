-- severity: error
-- Every key of a spell meets a member of its dimension, and its provider is known.
select spell_id, provider_key, commissioner_key, admission_method_key, point_of_delivery_key, first_specialty_key, last_specialty_key, age_band_key
from star.fact_inpatient_spell
where provider_key = 0
   or provider_key not in (select organisation_key from star.dim_organisation)
   or commissioner_key not in (select organisation_key from star.dim_organisation)
   or admission_method_key not in (select admission_method_key from star.dim_admission_method)
   or point_of_delivery_key not in (select point_of_delivery_key from star.dim_point_of_delivery)
   or first_specialty_key not in (select specialty_key from star.dim_specialty)
   or last_specialty_key not in (select specialty_key from star.dim_specialty)
   or age_band_key not in (select age_band_key from star.dim_age_band)
   or admission_date not in (select calendar_date from star.dim_date)
   or discharge_date not in (select calendar_date from star.dim_date)
