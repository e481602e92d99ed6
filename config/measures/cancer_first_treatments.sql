-- cancer_first_treatments: first treatments for cancer by any route, in the month of treatment, at the treating provider.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(first_treatments) as bigint) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
