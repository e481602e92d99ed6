-- inpatient_bed_days_7_days: midnights of the month that patients were in hospital who had been there seven days or more; maternity and births left out.
-- One row per month, basis and organisation.
select
    cast(date_trunc('month', census_date) as date) as month_date,
    basis,
    organisation_key,
    cast(sum(patients_7_days) as bigint) as value
from mart.inpatient_census_day
group by 1, 2, 3
