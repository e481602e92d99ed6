-- inpatient_emergency_zero_day_discharges: emergency spells that ended on the day of admission.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(discharges - overnight_discharges) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code in ('NEL-ZLOS', 'NEL-LOS+1')
group by month_date, basis, organisation_key
