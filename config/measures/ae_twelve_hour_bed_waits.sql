-- ae_twelve_hour_bed_waits: attendances that left for a bed more than 720 minutes after the decision to admit; a month without one gives 0.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(twelve_hour_bed_waits) as bigint) as value
from mart.ae_long_wait_basis_month
group by month_date, basis, organisation_key
