-- inpatient_elective_discharges: elective spells that ended in the month, day cases and ordinary.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(discharges) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code in ('DC', 'EL')
group by month_date, basis, organisation_key
