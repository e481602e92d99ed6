-- ae_unplanned_attendances: attendances of patients who are known, planned follow-ups left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(attendances_of_known_patients) as bigint) as value
from mart.ae_long_wait_basis_month
group by month_date, basis, organisation_key
