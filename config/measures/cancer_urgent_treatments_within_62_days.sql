-- cancer_urgent_treatments_within_62_days: first treatments within 62 days of an urgent GP referral, shared pathways in halves at providers; exactly 62 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(urgent_within_62_days) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
