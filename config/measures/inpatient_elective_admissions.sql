-- inpatient_elective_admissions: elective admissions, day cases and ordinary; regular attenders left out.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(elective_admissions) as bigint) as value
from mart.inpatient_admission_basis_month
group by month_date, basis, organisation_key
