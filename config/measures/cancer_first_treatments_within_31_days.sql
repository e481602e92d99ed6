-- cancer_first_treatments_within_31_days: first treatments for cancer within 31 days of the decision to treat; exactly 31 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(within_31_days) as bigint) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
