-- inpatient_emergency_admissions: emergency admissions.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(emergency_admissions) as bigint) as value
from mart.inpatient_admission_basis_month
group by month_date, basis, organisation_key
