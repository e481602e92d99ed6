-- cancer_urgent_first_seen_within_14_days: patients first seen within 14 days of an urgent GP referral for suspected cancer; exactly 14 passes.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(within_14_days) filter (where two_week_standard = 'urgent'), 0) as bigint) as value
from mart.cancer_first_seen_basis_month
group by month_date, basis, organisation_key
