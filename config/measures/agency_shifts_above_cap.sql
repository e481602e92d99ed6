-- agency_shifts_above_cap: shifts worked by agency staff and paid above the price cap in force, reported as overrides or not.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(above_cap_shifts) as bigint) as value
from mart.agency_shift_basis_month
group by month_date, basis, organisation_key
