-- agency_shift_hours: hours of the shifts worked by agency staff.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(agency_hours) as decimal(18, 2)) as value
from mart.agency_shift_basis_month
where agency_shifts > 0
group by month_date, basis, organisation_key
