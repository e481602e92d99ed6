-- history.AeAttendance: one row per state that an attendance was ever in, from RecordedAt until SupersededAt (null: it still
-- is). dbo.AeAttendance as a reader sees it at an instant T is made of the rows with RecordedAt < T and SupersededAt null or
-- not before T. This file writes the attendances as they were first recorded, and rightly; the next one plants the faults.
-- Clock times are London wall time. No person, address or number in it is real.

-- Minutes on the London clock of something that happens after an arrival: moved where the clocks change in between, but never
-- before the arrival (clerks do not write that somebody left before they came).
create macro building.wall_minute(minute, arrived_minute, change_minute, change_minutes) as
    case when minute >= change_minute then greatest(minute + change_minutes, arrived_minute) else minute end;

create macro building.minute_timestamp(minute) as
    make_timestamp(minute * 60000000);

create table history.AeAttendance as
-- Materialized, so that many threads share it in small pieces: three row groups of a table would occupy only three.
with hour as materialized (
    select
        h.arrivals,
        h.arrivals_before,
        h.department_arrivals_before,
        h.department_no,
        h.starts_minute,
        h.month,
        h.change_minute,
        h.change_minutes,
        h.week_arrivals,
        h.admitted_share,
        h.over_share,
        d.provider_code,
        d.site_code,
        d.site_no,
        d.department_type,
        case when h.day >= date '2017-10-01' then 'ECDS' else 'AECDS' end as data_set
    from building.ae_hour as h
    inner join building.ae_department as d on d.department_no = h.department_no
),

arrival as (
    select
        *,
        unnest(range(1, arrivals + 1)) as nth
    from hour
),

numbered as (
    select
        *,
        arrivals_before + nth as attendance_id,
        department_arrivals_before + nth as department_nth
    from arrival
),

-- Whose visit it is: the patient is drawn by visit_key. In six of a hundred that is the key of an earlier attendance of the
-- same department, no more than seven days' arrivals ago: the same patient is back.
visited as (
    select
        *,
        starts_minute + building.choice('minute', attendance_id, 60) as arrived_minute,
        building.draw('planned', attendance_id) < 0.01 as is_planned,
        building.draw('back', attendance_id) < 0.06 as is_back,
        department_no * 100000000 + department_nth as own_key,
        department_no * 100000000 + case
            when building.draw('back', attendance_id) < 0.06
                then greatest(1, department_nth - 1 - building.choice('back how long', attendance_id, greatest(1, week_arrivals)))
            else department_nth
        end as visit_key
    from numbered
),

-- How it ends. Those admitted wait for a bed as well, so more of them stay over four hours.
ended as (
    select
        *,
        not is_planned and building.draw('admitted', own_key) < admitted_share as is_admitted,
        building.draw('outcome', attendance_id) as outcome,
        building.draw('over', attendance_id) < case
            when is_planned then 0
            when building.draw('admitted', own_key) < admitted_share then least(0.95, 1.7 * over_share)
            else greatest(0, (over_share - admitted_share * least(0.95, 1.7 * over_share)) / (1 - admitted_share))
        end as is_over,
        building.area_no(site_no, building.draw('area', visit_key)) as area_no,
        case
            when department_type = '01' and building.draw('admitted', visit_key) < admitted_share
                then building.curve_no('age 01 admitted')
            when department_type = '01' then building.curve_no('age 01 discharged')
            when department_type = '02' then building.curve_no('age 02')
            else building.curve_no('age other')
        end as age_curve
    from visited
),

described as (
    select
        *,
        case
            when is_admitted then '01'
            when is_planned then case when outcome < 0.8 then '03' else '04' end
            when department_type = '01' then case
                when outcome < 0.045 then '12'
                when outcome < 0.055 then '13'
                when outcome < 0.075 then '07'
                when outcome < 0.0765 then '10'
                when outcome < 0.38 then '02'
                when outcome < 0.83 then '03'
                when outcome < 0.85 then '04'
                when outcome < 0.89 then '05'
                when outcome < 0.94 then '06'
                when outcome < 0.975 then '11'
                when outcome < 0.997 then '14'
                else '99'
            end
            when outcome < 0.025 then '12'
            when outcome < 0.04 then '07'
            when outcome < 0.33 then '02'
            when outcome < 0.90 then '03'
            when outcome < 0.93 then '06'
            when outcome < 0.985 then '11'
            else '14'
        end as disposal_code,
        case
            when department_type = '01' and is_admitted and is_over then building.curve_no('stay 01 admitted over')
            when department_type = '01' and is_admitted then building.curve_no('stay 01 admitted within')
            when department_type = '01' and is_over then building.curve_no('stay 01 discharged over')
            when is_over then building.curve_no('stay other over')
            when department_type = '01' then building.curve_no('stay 01 discharged within')
            when department_type = '02' then building.curve_no('stay 02 within')
            else building.curve_no('stay other within')
        end as stay_curve,
        case
            when starts_minute < epoch_us(timestamp '2018-12-28 00:00:00') // 60000000 then building.curve_no('write-up')
            else building.curve_no('write-up at year end')
        end as write_up_curve,
        -- Born so many years before the first of the month, so that a patient who is back in the same month is the same, and
        -- nobody attends before birth.
        extract(year from month) + (extract(month from month) - 1) / 12e0
        - building.on_curve(age_curve, building.draw('age', visit_key)) as born
    from ended
),

-- A stay is a whole number of minutes, and a breach more than 240 of them.
stayed as (
    select
        *,
        case
            when is_over then greatest(241, cast(ceil(building.on_curve(stay_curve, building.draw('stay', attendance_id))) as bigint))
            else least(240, greatest(2, cast(ceil(building.on_curve(stay_curve, building.draw('stay', attendance_id))) as bigint)))
        end as stay_minutes,
        cast(floor(building.on_curve(write_up_curve, building.draw('write-up', attendance_id)) * 60) as bigint) as write_up_seconds,
        cast(floor(born) as bigint) as birth_year,
        cast(floor(building.cohort_people(area_no, cast(floor(born) as bigint)) * (born - floor(born))) as bigint) as drawn_place
    from described
),

-- One person in twenty-five comes often: an eighth of the visits are drawn from these alone.
identified as (
    select
        *,
        drawn_place - case when building.draw('often', visit_key) < 0.12 then drawn_place % 25 else 0 end as place
    from stayed
),

timed as (
    select
        *,
        building.person(area_no, birth_year, place) as person,
        arrived_minute + stay_minutes as left_minute,
        arrived_minute + 1 + cast(floor(
            least(stay_minutes - 1, case when department_type = '01' then 34 else 22 end) * building.draw('assessed', attendance_id)
        ) as bigint) as assessed_minute
    from identified
),

-- Seen in the first half of what is left after assessment, and a bed asked for later; who stays over four hours to be
-- admitted was seen in the first quarter, and waited longest for the bed.
named as (
    select
        *,
        building.nhs_number(person) as nhs_number,
        building.wall_minute(left_minute, arrived_minute, change_minute, change_minutes) as departed_minute,
        assessed_minute + cast(floor((left_minute - assessed_minute) * building.draw('seen', attendance_id) * case
            when is_admitted and is_over then 0.26
            else 0.54
        end) as bigint) as seen_minute,
        left_minute - cast(floor((left_minute - assessed_minute) * case
            when is_over then 0.15 + 0.55 * building.draw('bed', attendance_id)
            else 0.06 + 0.36 * building.draw('bed', attendance_id)
        end) as bigint) as decided_minute
    from timed
)

select
    cast(attendance_id as bigint) as AttendanceId,
    case when building.draw('number known', attendance_id) >= 0.03 then nhs_number end as NhsNumber,
    building.local_patient_id(provider_code, person) as LocalPatientId,
    provider_code as ProviderCode,
    site_code as SiteCode,
    department_type as DepartmentType,
    data_set as DataSet,
    -- The codes changed their meaning: planned was 2 and is 4, back unplanned was 3 and is 2 (3 where another department was first).
    case
        when is_planned then case when data_set = 'ECDS' then '4' else '2' end
        when is_back and outcome >= 0.25 then case when data_set = 'ECDS' then '2' else '3' end
        when data_set = 'ECDS' and outcome > 0.988 then '3'
        when data_set = 'AECDS' and outcome > 0.997 then '9'
        else '1'
    end as AttendanceCategory,
    case
        when building.draw('ambulance', attendance_id) < case
            when is_planned then 0.0
            when department_type = '01' then case when is_admitted then 0.56 else 0.21 end
            when department_type = '02' then 0.02
            else 0.008
        end then '1'
        else '2'
    end as ArrivalMode,
    case
        when building.draw('referral', attendance_id) < 0.66 then '01'
        when building.draw('referral', attendance_id) < 0.80 then '03'
        when building.draw('referral', attendance_id) < 0.88 then '00'
        when building.draw('referral', attendance_id) < 0.93 then '07'
        when building.draw('referral', attendance_id) < 0.945 then '06'
        when building.draw('referral', attendance_id) < 0.955 then '05'
        when building.draw('referral', attendance_id) < 0.965 then '04'
        when building.draw('referral', attendance_id) < 0.97 then '02'
        else '08'
    end as ReferralSource,
    building.commissioner_code(area_no, person) as CommissionerCode,
    building.postcode(area_no, person) as Postcode,
    building.sex(person) as Sex,
    building.birth_date(area_no, birth_year, place) as BirthDate,
    building.minute_timestamp(arrived_minute) as ArrivedAt,
    building.minute_timestamp(building.wall_minute(assessed_minute, arrived_minute, change_minute, change_minutes)) as InitialAssessmentAt,
    case
        when disposal_code not in ('12', '13')
            then building.minute_timestamp(building.wall_minute(seen_minute, arrived_minute, change_minute, change_minutes))
    end as SeenAt,
    case
        when is_admitted
            then building.minute_timestamp(building.wall_minute(decided_minute, arrived_minute, change_minute, change_minutes))
    end as DecidedToAdmitAt,
    building.minute_timestamp(departed_minute) as DepartedAt,
    disposal_code as DisposalCode,
    make_timestamp((departed_minute * 60 + write_up_seconds) * 1000000) as ModifiedAt,
    make_timestamp((departed_minute * 60 + write_up_seconds) * 1000000) as RecordedAt,
    cast(null as timestamp) as SupersededAt
from named;
