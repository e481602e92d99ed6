-- cancer_first_treatments_lower_gastrointestinal: first treatments for lower gastrointestinal cancer by any route, in the month of treatment, at the treating provider.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(first_treatments) filter (where tumour_group_family = 'lower_gastrointestinal'), 0) as bigint) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
