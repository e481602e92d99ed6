-- cancer_first_treatments_within_31_days_lower_gastrointestinal: first treatments for lower gastrointestinal cancer within 31 days of the decision to treat; exactly 31 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(within_31_days) filter (where tumour_group_family = 'lower_gastrointestinal'), 0) as bigint) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
