-- inpatient_readmissions_within_30_days: such discharges followed by an emergency admission on the day itself or the 29 days after it, to any of our providers.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(readmissions) as bigint) as value
from mart.inpatient_readmission_basis_month
group by month_date, basis, organisation_key
