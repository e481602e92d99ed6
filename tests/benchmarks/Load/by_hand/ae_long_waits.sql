-- The long waits and re-attendances of A&E by hand, from fact_ae_attendance, one pass each.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', arrival_date) as date) as month_date,
        provider_key,
        commissioner_key,
        count(*) filter (where stay_minutes >= 720) as ae_twelve_hour_stays,
        count(*) filter (where is_admitted and departed_at - decided_to_admit_at > interval 12 hour) as ae_twelve_hour_bed_waits,
        count(patient_pseudonym) as ae_unplanned_attendances
    from fact_ae_attendance
    where not is_planned_follow_up
    group by all
),

long as (
    unpivot counted on ae_twelve_hour_stays, ae_twelve_hour_bed_waits, ae_unplanned_attendances into name measure value value
)

select month_date, 'provider', provider_key, measure, sum(value) from long group by all
union all
select month_date, 'commissioner', commissioner_key, measure, sum(value) from long group by all;

insert into measure_value (month_date, basis, organisation_key, measure, value)
with followed as (
    select
        cast(date_trunc('month', arrival_date) as date) as month_date,
        provider_key,
        commissioner_key,
        is_planned_follow_up,
        arrived_at,
        lag(departed_at) over (partition by patient_pseudonym order by arrived_at, attendance_id) as before_departed_at
    from fact_ae_attendance
    where patient_pseudonym is not null
),

counted as (
    select month_date, provider_key, commissioner_key, count(*) as value
    from followed
    where not is_planned_follow_up and arrived_at - before_departed_at <= interval 7 day
    group by all
)

select month_date, 'provider', provider_key, 'ae_unplanned_reattendances', sum(value) from counted group by all
union all
select month_date, 'commissioner', commissioner_key, 'ae_unplanned_reattendances', sum(value) from counted group by all;
