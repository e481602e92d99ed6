-- cancer_urgent_treatments: first treatments after an urgent GP referral, in the month of treatment; at providers a shared pathway counts half to each.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(urgent_treatments) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
