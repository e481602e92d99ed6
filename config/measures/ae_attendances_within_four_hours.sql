-- ae_attendances_within_four_hours: attendances that left within 240 minutes of arrival, planned follow-ups left out; exactly 240 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(within_four_hours) as bigint) as value
from mart.ae_attendance_basis_month
group by month_date, basis, organisation_key
