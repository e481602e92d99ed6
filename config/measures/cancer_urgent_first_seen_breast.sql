-- cancer_urgent_first_seen_breast: patients first seen after an urgent GP referral for suspected breast cancer, in the month first seen.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(first_seen) filter (where two_week_standard = 'urgent' and tumour_group_family = 'breast'), 0) as bigint) as value
from mart.cancer_first_seen_basis_month
group by month_date, basis, organisation_key
