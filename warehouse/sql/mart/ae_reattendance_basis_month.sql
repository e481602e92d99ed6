-- Unplanned re-attendances at A&E within seven days by month, basis and organisation: one row each. Patients who are not known are left out:
-- nobody can tell whether they are back. Their number is in mart.ae_long_wait_basis_month.
-- Example: select month_date, sum(reattendances) from mart.ae_reattendance_basis_month where basis = 'provider' group by month_date order by month_date;
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
        count(*) as reattendances
    from followed
    where not is_planned_follow_up
        and arrived_at - before_departed_at <= interval '7 days'
    group by month_date, provider_key, commissioner_key
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, reattendances
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, reattendances
    from counted
)

select
    month_date,  -- First day of the month.
    basis,  -- provider, by the trust that was attended, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(reattendances) as bigint) as reattendances  -- Unplanned attendances of known patients who arrived no more than seven days after the end of the patient's attendance before, at any of our departments.
from by_basis
group by month_date, basis, organisation_key
