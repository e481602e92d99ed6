-- inpatient_emergency_overnight_days: nights of emergency spells that ended in the month, those of one night or more.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(length_of_stay_days) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code = 'NEL-LOS+1'
group by month_date, basis, organisation_key
