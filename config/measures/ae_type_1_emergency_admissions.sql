-- ae_type_1_emergency_admissions: type 1 attendances that ended in admission, planned follow-ups left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(admissions) as bigint) as value
from mart.ae_attendance_basis_month
where department_group = '1'
group by month_date, basis, organisation_key
