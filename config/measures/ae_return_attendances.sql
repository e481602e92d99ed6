-- ae_return_attendances: attendances as published in the A&E monthly return, all types that published a four-hour figure.
-- One row per month, basis and organisation.
select
    r.month_date,
    'provider' as basis,
    r.organisation_key,
    cast(sum(r.attendances) as bigint) as value
from star.fact_ae_monthly_return as r
where r.attendances_over_four_hours is not null
group by 1, 2, 3
