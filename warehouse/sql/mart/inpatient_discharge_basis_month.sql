-- Spells by month of discharge, basis, organisation and point of delivery: one row each. Provider and commissioner rows hold the same spells:
-- choose one basis, never add both.
-- Example: select month_date, sum(discharges) from mart.inpatient_discharge_basis_month where basis = 'provider' and point_of_delivery_code = 'DC' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', s.discharge_date) as date) as month_date,
        s.provider_key,
        s.commissioner_key,
        s.point_of_delivery_key,
        count(*) as discharges,
        count(*) filter (where not s.is_zero_day) as overnight_discharges,
        sum(s.length_of_stay_days) as length_of_stay_days
    from star.fact_inpatient_spell as s
    where s.discharge_date is not null
    group by 1, 2, 3, 4
),

by_basis as (
    select
        month_date, 'provider' as basis, provider_key as organisation_key, point_of_delivery_key,
        discharges, overnight_discharges, length_of_stay_days
    from counted
    union all
    select
        month_date, 'commissioner' as basis, commissioner_key as organisation_key, point_of_delivery_key,
        discharges, overnight_discharges, length_of_stay_days
    from counted
)

select
    b.month_date,  -- First day of the month of discharge.
    b.basis,  -- provider, by the trust that discharged, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    p.point_of_delivery_code,  -- Point of delivery, such as DC; dim_point_of_delivery.
    cast(sum(b.discharges) as bigint) as discharges,  -- Spells that ended in the month.
    cast(sum(b.overnight_discharges) as bigint) as overnight_discharges,  -- Of these, spells of one night or more.
    cast(sum(b.length_of_stay_days) as bigint) as length_of_stay_days  -- Their nights, all of them, in whatever month they fell.
from by_basis as b
inner join star.dim_point_of_delivery as p on p.point_of_delivery_key = b.point_of_delivery_key
group by 1, 2, 3, 4
