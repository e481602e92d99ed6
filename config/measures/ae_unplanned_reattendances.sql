-- ae_unplanned_reattendances: unplanned attendances of patients whose attendance before it ended no more than seven days earlier, at any of our departments.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(reattendances) as bigint) as value
from mart.ae_reattendance_basis_month
group by month_date, basis, organisation_key
