-- cancer_allocated_treatments_within_62_days: first treatments within 62 days of an urgent GP referral, shared pathways divided between providers by the day-38 rule.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(allocated_within_62_days) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
