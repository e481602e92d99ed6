-- inpatient_day_cases: elective spells that ended in the month and were day cases.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(case when point_of_delivery_code = 'DC' then discharges else 0 end) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code in ('DC', 'EL')
group by month_date, basis, organisation_key
