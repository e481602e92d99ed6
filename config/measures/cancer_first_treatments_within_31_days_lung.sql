-- cancer_first_treatments_within_31_days_lung: first treatments for lung cancer within 31 days of the decision to treat; exactly 31 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(within_31_days) filter (where tumour_group_family = 'lung'), 0) as bigint) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
