-- ae_type_1_attendances: attendances at a consultant-led 24-hour department (type 1), planned follow-ups left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(attendances) as bigint) as value
from mart.ae_attendance_basis_month
where department_group = '1'
group by month_date, basis, organisation_key
