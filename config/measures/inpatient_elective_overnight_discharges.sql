-- inpatient_elective_overnight_discharges: ordinary elective spells of one night or more that ended in the month.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    -- A month of day cases alone has 0, not a gap.
    cast(sum(case when point_of_delivery_code = 'EL' then overnight_discharges else 0 end) as bigint) as value
from mart.inpatient_discharge_basis_month
where point_of_delivery_code in ('DC', 'EL')
group by month_date, basis, organisation_key
