-- ae_attendances: attendances, planned follow-ups left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(attendances) as bigint) as value
from mart.ae_attendance_basis_month
group by month_date, basis, organisation_key
