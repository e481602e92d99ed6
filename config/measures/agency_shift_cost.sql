-- agency_shift_cost: pounds paid for the shifts worked by agency staff, as the rostering systems hold them.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(agency_cost_gbp) as decimal(18, 2)) as value
from mart.agency_shift_basis_month
where agency_shifts > 0
group by month_date, basis, organisation_key
