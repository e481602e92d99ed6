-- Unplanned re-attendances at A&E within seven days by month, basis and organisation: one row each. Patients who are not known are left out:
-- nobody can tell whether they are back.
-- Example: select month_date, reattendances * 1.0 / unplanned_attendances from mart.ae_reattendance_basis_month where basis = 'provider' and organisation_key = 2 order by month_date;
with followed as (
    select
        cast(date_trunc('month', a.arrival_date) as date) as month_date,
        a.provider_key,
        a.commissioner_key,
        a.is_planned_follow_up,
        a.arrived_at,
        lag(a.departed_at) over (partition by a.patient_pseudonym order by a.arrived_at, a.attendance_id) as before_departed_at
    from star.fact_ae_attendance as a
    where a.patient_pseudonym is not null
),

counted as (
    select
        month_date,
        provider_key,
        commissioner_key,
        count(*) as unplanned_attendances,
        count(*) filter (where arrived_at - before_departed_at <= interval '7 days') as reattendances
    from followed
    where not is_planned_follow_up
    group by month_date, provider_key, commissioner_key
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, unplanned_attendances, reattendances
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, unplanned_attendances, reattendances
    from counted
)

select
    month_date,  -- First day of the month.
    basis,  -- provider, by the trust that was attended, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(unplanned_attendances) as bigint) as unplanned_attendances,  -- Attendances of known patients, planned follow-ups left out.
    cast(sum(reattendances) as bigint) as reattendances  -- Of these, arrived no more than seven days after the end of the patient's attendance before, at any of our departments.
from by_basis
group by month_date, basis, organisation_key
