-- ae_unplanned_attendances: unplanned attendances of patients who are known.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(unplanned_attendances) as bigint) as value
from mart.ae_reattendance_basis_month
group by month_date, basis, organisation_key
