-- agency_shifts_off_framework: shifts worked by agency staff who were not bought through an approved framework.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(off_framework_shifts) as bigint) as value
from mart.agency_shift_basis_month
group by month_date, basis, organisation_key
