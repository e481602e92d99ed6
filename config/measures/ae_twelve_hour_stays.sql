-- ae_twelve_hour_stays: attendances that left 720 minutes or more after arrival, planned follow-ups left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(twelve_hour_stays) as bigint) as value
from mart.ae_long_wait_basis_month
group by month_date, basis, organisation_key
