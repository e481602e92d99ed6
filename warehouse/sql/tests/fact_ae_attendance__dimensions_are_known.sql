-- severity: error
-- Every key of an attendance meets a member of its dimension.
select attendance_id, commissioner_key, department_type_key, age_band_key, arrival_date
from star.fact_ae_attendance
where commissioner_key not in (select organisation_key from star.dim_organisation)
   or department_type_key not in (select department_type_key from star.dim_department_type)
   or age_band_key not in (select age_band_key from star.dim_age_band)
   or arrival_date not in (select calendar_date from star.dim_date)
