-- inpatient_readmission_index_discharges: discharges alive of emergency and ordinary elective patients whose thirty days after it were over in the month.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(index_discharges) as bigint) as value
from mart.inpatient_readmission_basis_month
group by month_date, basis, organisation_key
