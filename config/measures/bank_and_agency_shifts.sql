-- bank_and_agency_shifts: shifts worked by the providers' own banks or by agencies.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(bank_shifts + agency_shifts) as bigint) as value
from mart.agency_shift_basis_month
group by month_date, basis, organisation_key
