-- cancer_urgent_treatments_urological: first treatments for urological cancer after an urgent GP referral; at providers a shared pathway counts half to each.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(urgent_treatments) filter (where tumour_group_family = 'urological'), 0) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
