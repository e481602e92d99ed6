-- agency_shifts_with_cap: shifts worked by agency staff while a price cap was in force, from 23 November 2015.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(capped_shifts) as bigint) as value
from mart.agency_shift_basis_month
where capped_shifts > 0
group by month_date, basis, organisation_key
