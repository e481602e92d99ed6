-- requested_temporary_shifts: shifts requested of the bank or an agency, unfilled ones included.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(requested_shifts) as bigint) as value
from mart.agency_shift_basis_month
group by month_date, basis, organisation_key
