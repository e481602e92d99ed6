-- ae_return_attendances_within_four_hours: attendances less those over four hours, as published in the A&E monthly return, all types.
-- One row per month, basis and organisation.
select
    r.month_date,
    'provider' as basis,
    r.organisation_key,
    cast(sum(r.attendances - r.attendances_over_four_hours) as bigint) as value
from star.fact_ae_monthly_return as r
where r.attendances_over_four_hours is not null
group by 1, 2, 3
