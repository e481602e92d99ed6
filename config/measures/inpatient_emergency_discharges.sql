-- inpatient_emergency_discharges: emergency spells that ended in the month, those of no night included.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(discharges) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code in ('NEL-ZLOS', 'NEL-LOS+1')
group by month_date, basis, organisation_key
