-- inpatient_emergency_bed_days: midnights of the month that emergency patients were in hospital, spells that go on included.
-- One row per month, basis and organisation.
select
    cast(date_trunc('month', census_date) as date) as month_date,
    basis,
    organisation_key,
    cast(sum(emergency_patients) as bigint) as value
from mart.inpatient_census_day
group by 1, 2, 3
