-- inpatient_elective_overnight_discharges: ordinary elective spells of one night or more that ended in the month.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(overnight_discharges) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code = 'EL'
group by month_date, basis, organisation_key
