-- history.InpatientSpell: one row per state that a spell in hospital was ever in, as for attendances. A spell is written down soon after
-- the discharge; those of December 2018, and those still in hospital then, were written down on admission too, and are open until discharge.
-- The file after the next plants the faults.

-- Nights of somebody who stays: one at least.
create macro building.nights(curve_no, level, key) as
    1 + cast(floor((building.on_curve(curve_no, building.draw('nights', key)) - 1) * level) as bigint);

-- How much longer than others people stay, and how much likelier they leave on the day they came, by decade of age.
set variable age_nights = [0.45, 0.50, 0.55, 0.60, 0.75, 0.90, 1.02, 1.18, 1.38, 1.48, 1.48];
set variable age_same_day = [1.55, 1.35, 1.22, 1.20, 1.12, 1.02, 0.92, 0.80, 0.66, 0.58, 0.58];
set variable age_death = [0.002, 0.001, 0.002, 0.004, 0.009, 0.020, 0.038, 0.062, 0.100, 0.150, 0.180];

-- Decade of age from 1 (nought to nine) on a day.
create macro building.age_decade(day, born) as
    least(11, 1 + (day - born) // 3653);

-- An emergency stay. Who comes early in the day can leave the same day, who comes at night hardly.
create macro building.emergency_nights(provider_no, day, minute_of_day, born, key) as
    case
        when minute_of_day < 1425
            and building.draw('same day', key) < 1.42 * getvariable('same_day_levels')[building.inpatient_level_no(provider_no, day)]
                * getvariable('age_same_day')[building.age_decade(day, born)]
                * case when minute_of_day < 480 then 1.30 else 1.30 * (1440 - minute_of_day) / 960e0 end
            then 0
        else building.nights(
            building.curve_no('nights emergency'),
            getvariable('nights_levels')[building.inpatient_level_no(provider_no, day)]
            * getvariable('age_nights')[building.age_decade(day, born)]
            * getvariable('month_nights')[extract(month from day)]
            -- The hard winter of 2017/18.
            * case when day between date '2017-12-18' and date '2018-03-31' then 1.06 else 1 end,
            key
        )
    end;

-- building.ae_admission: one row per attendance that ended in a bed (an attendance whose record is at fault makes none), with the stay
-- that follows it, and when the same person came next by the same door.
create table building.ae_admission as
with admitted as (
    select
        AttendanceId as attendance_id,
        NhsNumber as nhs_number,
        SiteCode as site_code,
        CommissionerCode as commissioner_code,
        Sex as sex,
        BirthDate as birth_date,
        epoch_us(ArrivedAt) // 60000000 as arrived_minute,
        epoch_us(DepartedAt) // 60000000 as admitted_minute,
        coalesce(cast(NhsNumber as bigint), -AttendanceId) as patient
    from history.AeAttendance
    where DisposalCode = '01'
        and DepartedAt < timestamp '2018-12-31 23:50:00'
        and AttendanceId not in (select f.attendance_id from building.ae_fault as f)
),

placed as (
    select
        a.*,
        lead(arrived_minute) over visits as next_minute,
        lag(admitted_minute) over visits as previous_minute,
        s.site_no,
        cast(list_position(getvariable('inpatient_providers'), left(a.site_code, 3)) - 1 as bigint) as provider_no,
        cast(building.minute_timestamp(admitted_minute) as date) as admitted_day
    from admitted as a
    inner join building.site_area as s on s.site_code = a.site_code and s.hundredth = 0
    window visits as (partition by patient order by arrived_minute, attendance_id)
)

select
    attendance_id,
    nhs_number,
    commissioner_code,
    sex,
    birth_date,
    site_no,
    provider_no,
    arrived_minute,
    admitted_minute,
    next_minute,
    previous_minute,
    -- Nobody stays past their next visit.
    greatest(0, least(
        building.emergency_nights(provider_no, admitted_day, admitted_minute % 1440, birth_date, attendance_id),
        coalesce(next_minute // 1440 - admitted_minute // 1440, 9000)
    )) as nights,
    -- Nor comes after their death: the fewer years the sample has to come, the more have no next visit in it.
    next_minute is null
        and building.draw('death', attendance_id) < getvariable('age_death')[building.age_decade(admitted_day, birth_date)]
            * (2.6 - 0.34 * (extract(year from admitted_day) - 2015 + extract(month from admitted_day) / 12e0)) as is_death
from placed;

-- The site of a planned stay, by trust and hundredth of its planned care.
set variable planned_sites = (
    select list(site_no order by provider_no, hundredth)
    from (
        select
            p.provider_no,
            h.hundredth,
            case p.provider_no
                when 0 then case when h.hundredth < 60 then 0 else 1 end
                when 1 then case when h.hundredth < 55 then 2 else 3 end
                else case when h.hundredth < 60 then 4 when h.hundredth < 85 then 5 else 6 end
            end as site_no
        from range(3) as p (provider_no)
        cross join range(100) as h (hundredth)
    )
);

create table history.InpatientSpell as
-- Direct emergencies and planned stays soon before or after a stay that came through A&E: these are the readmissions. Each is
-- drawn from that stay, and only where no other visit of the person is near.
with after as (
    select
        20000000 + attendance_id as spell_id,
        *,
        cast(floor(
            building.on_curve(building.curve_no('days until back'), building.draw('back after', attendance_id))
        ) as bigint) as gap
    from building.ae_admission
    where not is_death
        and nhs_number is not null
        and building.draw('direct after', attendance_id) < 0.095 * getvariable('readmitted_levels')[
            building.inpatient_level_no(provider_no, cast(building.minute_timestamp(admitted_minute) as date))
        ]
        and coalesce(next_minute // 1440 - admitted_minute // 1440 - nights, 9000) > 40
),

-- Back on the day they left only in the evening, and not at all who had come that day.
came_back as (
    select
        *,
        (admitted_minute // 1440 + nights + case when nights = 0 and gap = 0 then 1 else gap end) * 1440
        + case
            when nights > 0 and gap = 0 then 1200 + building.choice('back in the evening', spell_id, 230)
            else cast(floor(
                building.on_curve(building.curve_no('admitted directly'), building.draw('admitted directly', spell_id))
            ) as bigint)
        end as back_minute
    from after
),

before as (
    select
        30000000 + attendance_id as spell_id,
        *,
        building.on_curve(building.curve_no('days until back'), building.draw('back before', attendance_id)) as gap,
        building.nights(building.curve_no('nights emergency'), 0.8, 30000000 + attendance_id) as before_nights
    from building.ae_admission
    where nhs_number is not null
        and building.draw('direct before', attendance_id) < 0.036 * getvariable('readmitted_levels')[
            building.inpatient_level_no(provider_no, cast(building.minute_timestamp(admitted_minute) as date))
        ]
        and coalesce(arrived_minute - previous_minute, 9000000) > 150 * 1440
        -- Not before they were born.
        and birth_date < building.minute_timestamp(arrived_minute - 200 * 1440)
),

planned_before as (
    select
        40000000 + attendance_id as spell_id,
        *,
        building.on_curve(building.curve_no('days until back'), building.draw('back planned', attendance_id)) as gap,
        getvariable('planned_sites')[provider_no * 100 + 1 + building.choice('planned site', attendance_id, 100)] as planned_site_no
    from building.ae_admission
    where nhs_number is not null
        and building.draw('planned before', attendance_id) < 0.018
        and building.draw('direct before', attendance_id) > 0.07
        and coalesce(arrived_minute - previous_minute, 9000000) > 120 * 1440
        and birth_date < date '2012-01-01'
),

-- Everybody else, a number each.
other as (
    select
        50000000 + spells_before + unnest(range(1, spells + 1)) as spell_id,
        stream,
        site_no,
        provider_no,
        day,
        epoch_day
    from building.inpatient_day
),

aged as (
    select
        *,
        building.area_no(site_no, building.draw('inpatient area', spell_id)) as area_no,
        -- Born so many years before the first of the month.
        extract(year from day) + (extract(month from day) - 1) / 12e0 - building.on_curve(
            case stream
                when 'planned' then building.curve_no('age planned')
                when 'regular' then building.curve_no('age planned')
                when 'maternity' then building.curve_no('age maternity')
                else building.curve_no('age 01 admitted')
            end,
            building.draw('inpatient age', spell_id)
        ) as born,
        case stream
            when 'planned' then building.curve_no('admitted planned')
            when 'regular' then building.curve_no('admitted planned')
            else building.curve_no('admitted directly')
        end as admitted_curve
    from other
    where stream <> 'birth'
),

peopled as (
    select
        *,
        cast(floor(born) as bigint) as birth_year,
        cast(floor(building.cohort_people(area_no, cast(floor(born) as bigint)) * (born - floor(born))) as bigint) as drawn_place
    from aged
),

-- Mothers: the first woman of eight neighbours by birth.
identified as (
    select
        *,
        case
            when stream = 'maternity' then list_filter(
                range(greatest(0, drawn_place - 7), drawn_place + 1),
                place -> building.sex(building.person(area_no, birth_year, place)) = '2'
            )[-1]
            else drawn_place
        end as place
    from peopled
),

person as (
    select
        *,
        building.person(area_no, birth_year, place) as person,
        building.sex(building.person(area_no, birth_year, place)) as sex,
        building.birth_date(area_no, birth_year, place) as birth_date,
        epoch_day * 1440 + cast(floor(building.on_curve(admitted_curve, building.draw('inpatient admitted', spell_id))) as bigint) as admitted_minute
    from identified
    where place is not null
),

-- What sort of stay it is: 1 by A&E, 2 direct, 3 planned, 4 regular, 5 maternity, 6 birth, 7 transfer.
admission as (
    select
        10000000 + attendance_id as spell_id, 1 as sort, provider_no, site_no, nhs_number, commissioner_code, sex, birth_date,
        admitted_minute, nights, next_minute, is_death
    from building.ae_admission
    union all
    select
        spell_id, 2, provider_no, site_no, nhs_number, commissioner_code, sex, birth_date,
        back_minute,
        least(
            building.emergency_nights(
                provider_no, cast(building.minute_timestamp(back_minute) as date), back_minute % 1440, birth_date, spell_id
            ),
            coalesce(next_minute // 1440 - back_minute // 1440, 9000)
        ),
        next_minute,
        next_minute is null and building.draw('death', spell_id) < 0.05
    from came_back
    union all
    select
        spell_id, 2, provider_no, site_no, nhs_number, commissioner_code, sex, birth_date,
        (arrived_minute // 1440 - cast(floor(gap) as bigint) - before_nights) * 1440 + cast(floor(
            building.on_curve(building.curve_no('admitted directly'), building.draw('admitted directly', spell_id))
        ) as bigint),
        before_nights,
        arrived_minute,
        false
    from before
    union all
    select
        spell_id, 3, provider_no, planned_site_no, nhs_number, commissioner_code, sex, birth_date,
        (arrived_minute // 1440 - cast(floor(gap) as bigint) - building.nights(building.curve_no('nights elective'), 1.2, spell_id)) * 1440
        + cast(floor(building.on_curve(building.curve_no('admitted planned'), building.draw('inpatient admitted', spell_id))) as bigint),
        building.nights(building.curve_no('nights elective'), 1.2, spell_id),
        arrived_minute,
        false
    from planned_before
    union all
    select
        spell_id,
        case stream when 'direct' then 2 when 'planned' then 3 when 'regular' then 4 when 'maternity' then 5 else 7 end,
        provider_no,
        site_no,
        case when building.draw('inpatient number known', spell_id) >= 0.015 then building.nhs_number(person) end,
        building.commissioner_code(area_no, person),
        sex,
        birth_date,
        admitted_minute,
        case stream
            when 'direct' then building.emergency_nights(provider_no, day, admitted_minute % 1440, birth_date, spell_id)
            when 'maternity' then case
                when building.draw('same day', spell_id) < 0.34 then 0
                else building.nights(building.curve_no('nights maternity'), 1, spell_id)
            end
            when 'transfer' then building.nights(building.curve_no('nights transfer'), 1, spell_id)
            else 0
        end,
        null,
        case stream when 'direct' then building.draw('death', spell_id) < 0.04 when 'transfer' then building.draw('death', spell_id) < 0.03 else false end
    from person
    union all
    -- A newborn has no number yet.
    select
        spell_id, 6, provider_no, site_no, null, getvariable('commissioners')[
            (building.area_no(site_no, building.draw('inpatient area', spell_id)) - 1) * 8 + 1 + building.choice('district', spell_id, 8)
        ],
        case when building.draw('sex of a newborn', spell_id) < 0.512 then '1' else '2' end,
        day,
        epoch_day * 1440 + building.choice('born at', spell_id, 1440),
        case
            when building.draw('same day', spell_id) < 0.12 then 0
            else building.nights(building.curve_no('nights maternity'), 0.9, spell_id)
        end,
        null,
        false
    from other
    where stream = 'birth'
),

-- Planned care is meant as a day case or for the night; a few day cases stay, and a few who were to stay go home.
intended as (
    select
        *,
        case
            when sort = 3 then case
                when spell_id < 50000000 then '1'
                when building.draw('day case', spell_id) < least(0.995,
                    getvariable('planned_day_case')[building.planned_specialty_no(provider_no, sex, building.draw('specialty', spell_id))]
                    * getvariable('day_case_levels')[
                        building.inpatient_level_no(provider_no, cast(building.minute_timestamp(admitted_minute) as date))
                    ]
                ) then '2'
                else '1'
            end
            when sort = 4 then '3'
            else '1'
        end as intended
    from admission
    where admitted_minute >= epoch_us(timestamp '2015-04-01 00:00:00') // 60000000
        and admitted_minute < epoch_us(timestamp '2018-12-31 23:50:00') // 60000000
),

stayed as (
    select
        * exclude (nights),
        case
            when sort = 3 and spell_id >= 50000000 then case
                when intended = '2' and building.draw('same day', spell_id) < 0.985 then 0
                when intended = '1' and building.draw('same day', spell_id) < 0.09 then 0
                when intended = '2' then 1
                else building.nights(
                    building.curve_no('nights elective'),
                    getvariable('planned_nights')[building.planned_specialty_no(provider_no, sex, building.draw('specialty', spell_id))],
                    spell_id
                )
            end
            -- Nobody goes home in the last minutes of a day.
            when nights = 0 and admitted_minute % 1440 >= 1430 and next_minute is null then 1
            else nights
        end as nights
    from intended
),

-- Fewer go home at weekends. 1 January 1970 was a Thursday.
left_on as (
    select
        *,
        admitted_minute // 1440 + nights + case
            when nights >= 2 and next_minute is null and (admitted_minute // 1440 + nights) % 7 in (2, 3)
                and building.draw('weekend', spell_id) < 0.32
                then 4 - (admitted_minute // 1440 + nights) % 7
            else 0
        end as left_day
    from stayed
),

left_at as (
    select
        *,
        greatest(admitted_minute + 1, least(
            coalesce(next_minute - 1, 90000000),
            case
                when left_day = admitted_minute // 1440 then admitted_minute + 1 + cast(floor(
                    least(1438 - admitted_minute % 1440, case when sort in (3, 4) then 420 else 660 end)
                    * (0.15 + 0.85 * building.draw('left', spell_id))
                ) as bigint)
                else left_day * 1440 + cast(floor(
                    building.on_curve(building.curve_no('left after nights'), building.draw('left', spell_id))
                ) as bigint)
            end
        )) as left_minute
    from left_on
),

written as (
    select
        *,
        left_minute * 60 + cast(floor(building.on_curve(
            case
                when left_minute < epoch_us(timestamp '2018-12-28 00:00:00') // 60000000 then building.curve_no('write-up')
                else building.curve_no('write-up at year end')
            end,
            building.draw('spell write-up', spell_id)
        ) * 60) as bigint) as closed_second
    from left_at
),

-- What the source holds of it at the end of 2018.
standing as (
    select
        *,
        closed_second < epoch_us(timestamp '2019-01-01 00:00:00') // 1000000 as is_closed,
        getvariable('inpatient_providers')[provider_no + 1] as provider_code,
        building.draw('admission method', spell_id) as method_drawn,
        building.draw('destination', spell_id) as destination_drawn
    from written
)

select
    cast(spell_id as bigint) as SpellId,
    nhs_number as NhsNumber,
    provider_code as ProviderCode,
    ['RJ121', 'RJ122', 'RJ224', 'RJ231', 'RJZ01', 'RJZ30', 'RJZ31'][site_no + 1] as SiteCode,
    commissioner_code as CommissionerCode,
    case sort
        when 1 then '21'
        when 2 then case
            when method_drawn < 0.44 then '22'
            when method_drawn < 0.50 then '23'
            when method_drawn < 0.72 then '24'
            when method_drawn < 0.73 then '25'
            when method_drawn < 0.82 then '2A'
            when method_drawn < 0.87 then '2B'
            when method_drawn < 0.97 then '2D'
            else '28'
        end
        when 3 then case when method_drawn < 0.60 then '11' when method_drawn < 0.88 then '12' else '13' end
        when 4 then '13'
        when 5 then case when method_drawn < 0.955 then '31' else '32' end
        when 6 then case when method_drawn < 0.99 then '82' else '83' end
        else '81'
    end as AdmissionMethod,
    case
        when sort = 3 and intended = '2' and left_minute // 1440 = admitted_minute // 1440 then '2'
        when sort = 4 then '3'
        else '1'
    end as PatientClassification,
    intended as IntendedManagement,
    building.minute_timestamp(admitted_minute) as AdmittedAt,
    case when is_closed then building.minute_timestamp(left_minute) end as DischargedAt,
    case
        when not is_closed then '8'
        when is_death then '4'
        when sort <= 2 and destination_drawn < 0.02 then '2'
        else '1'
    end as DischargeMethod,
    case
        when not is_closed then '98'
        when is_death then '79'
        when sort in (1, 2, 7) and destination_drawn > 0.955 then '51'
        when sort in (1, 2, 7) and destination_drawn > 0.925 and left_minute - admitted_minute > 2880 then '54'
        when sort in (1, 2, 7) and destination_drawn > 0.915 then '29'
        else '19'
    end as DischargeDestination,
    sex as Sex,
    birth_date as BirthDate,
    case
        when is_closed then make_timestamp(closed_second * 1000000)
        else building.minute_timestamp(admitted_minute + 1)
    end as ModifiedAt,
    case
        when is_closed then make_timestamp(closed_second * 1000000)
        else building.minute_timestamp(admitted_minute + 1)
    end as RecordedAt,
    cast(null as timestamp) as SupersededAt
from standing;

-- Who was in hospital on 1 April 2015: as many, and for as long, as a year later, and another number each.
insert into history.InpatientSpell (
    SpellId, NhsNumber, ProviderCode, SiteCode, CommissionerCode, AdmissionMethod, PatientClassification, IntendedManagement,
    AdmittedAt, DischargedAt, DischargeMethod, DischargeDestination, Sex, BirthDate, ModifiedAt, RecordedAt, SupersededAt
)
select
    SpellId + 60000000,
    NhsNumber,
    ProviderCode,
    SiteCode,
    CommissionerCode,
    AdmissionMethod,
    PatientClassification,
    IntendedManagement,
    AdmittedAt - interval 366 day,
    DischargedAt - interval 366 day,
    '1',
    '19',
    Sex,
    cast(BirthDate - interval 1 year as date),
    RecordedAt - interval 366 day,
    RecordedAt - interval 366 day,
    cast(null as timestamp)
from history.InpatientSpell
where AdmittedAt < timestamp '2016-04-01 00:00:00'
    and DischargedAt >= timestamp '2016-04-01 00:00:00'
    and AdmissionMethod not in ('82', '83')
order by SpellId;

-- The open state of those whose discharge was written down in December 2018.
insert into history.InpatientSpell (
    SpellId, NhsNumber, ProviderCode, SiteCode, CommissionerCode, AdmissionMethod, PatientClassification, IntendedManagement,
    AdmittedAt, DischargedAt, DischargeMethod, DischargeDestination, Sex, BirthDate, ModifiedAt, RecordedAt, SupersededAt
)
select
    SpellId,
    NhsNumber,
    ProviderCode,
    SiteCode,
    CommissionerCode,
    AdmissionMethod,
    PatientClassification,
    IntendedManagement,
    AdmittedAt,
    cast(null as timestamp),
    '8',
    '98',
    Sex,
    BirthDate,
    AdmittedAt + interval 1 minute,
    AdmittedAt + interval 1 minute,
    RecordedAt
from history.InpatientSpell
where RecordedAt >= timestamp '2018-12-01 00:00:00'
    and DischargedAt >= date_trunc('day', AdmittedAt) + interval 1 day
order by SpellId;
