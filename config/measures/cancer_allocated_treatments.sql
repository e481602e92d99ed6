-- cancer_allocated_treatments: first treatments after an urgent GP referral, shared pathways divided between providers by the day-38 rule.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(allocated_treatments) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
