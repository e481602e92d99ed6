-- Long waits and known patients in A&E by month, basis and organisation: one row each, planned follow-ups left out. Provider and commissioner rows hold the same
-- attendances: choose one basis, never add both.
-- Example: select month_date, sum(twelve_hour_bed_waits) from mart.ae_long_wait_basis_month where basis = 'provider' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', a.arrival_date) as date) as month_date,
        a.provider_key,
        a.commissioner_key,
        count(*) as attendances,
        count(a.patient_pseudonym) as attendances_of_known_patients,
        count(*) filter (where a.stay_minutes >= 720) as twelve_hour_stays,
        count(*) filter (where a.is_admitted and a.departed_at - a.decided_to_admit_at > interval '12 hours') as twelve_hour_bed_waits
    from star.fact_ae_attendance as a
    where not a.is_planned_follow_up
    group by 1, 2, 3
),

by_basis as (
    select
        month_date, 'provider' as basis, provider_key as organisation_key,
        attendances, attendances_of_known_patients, twelve_hour_stays, twelve_hour_bed_waits
    from counted
    union all
    select
        month_date, 'commissioner' as basis, commissioner_key as organisation_key,
        attendances, attendances_of_known_patients, twelve_hour_stays, twelve_hour_bed_waits
    from counted
)

select
    month_date,  -- First day of the month.
    basis,  -- provider, by the trust that was attended, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(attendances) as bigint) as attendances,  -- Attendances.
    cast(sum(attendances_of_known_patients) as bigint) as attendances_of_known_patients,  -- Of these, with a valid NHS number.
    cast(sum(twelve_hour_stays) as bigint) as twelve_hour_stays,  -- Left 720 minutes or more after arrival.
    cast(sum(twelve_hour_bed_waits) as bigint) as twelve_hour_bed_waits  -- Left for a bed more than 720 minutes after the decision to admit.
from by_basis
group by month_date, basis, organisation_key
