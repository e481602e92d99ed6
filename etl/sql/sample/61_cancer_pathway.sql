-- history.CancerPathway: one row per state that a cancer pathway was ever in, from RecordedAt until SupersededAt (null: it still is).
-- dbo.CancerPathway as a reader sees it at an instant T is made of the rows with RecordedAt < T and SupersededAt null or not before T.
-- A pathway grows: referred, first seen, told, transferred, decided, treated. Those on which something happened from October 2018 on
-- have a state for each day of that; of those that ended before, only the last state is kept, for nobody reads them as they once were.
-- This file writes what the trusts recorded, and rightly; the next one plants the faults. No person in it is real.

-- The last day that the sample knows of, and the first from which each state is kept. Days count from 1 January 1970.
set variable cancer_last_day = cast(epoch(date '2018-12-31') // 86400 as bigint);
set variable cancer_first_day = cast(epoch(date '2015-04-01') // 86400 as bigint);
set variable cancer_states_from = cast(epoch(date '2018-10-01') // 86400 as bigint);

-- Clinics and theatres are closed at weekends: the Friday before, or the Monday after. Day 0 was a Thursday.
create macro building.weekday_before(day_no) as
    day_no - greatest(0, (day_no + 3) % 7 - 4);

create macro building.weekday_after(day_no) as
    day_no + case when (day_no + 3) % 7 > 4 then 7 - (day_no + 3) % 7 else 0 end;

create macro building.day_date(day_no) as
    date '1970-01-01' + cast(day_no as integer);

-- Recorded in the course of the day on which it happened.
create macro building.recorded_at(day_no, pathway_id) as
    make_timestamp((day_no * 86400 + 32400 + building.choice('cancer recorded', pathway_id * 100000 + day_no, 46800)) * 1000000);

create table history.CancerPathway as
with month as (
    select
        provider_no,
        route,
        years,
        days_before,
        referral_days,
        pathway_count,
        pathways_before,
        -- Waits grow from year to year, most in 2018.
        case when years < -0.25 then 0.86 when years < 0.75 then 0.97 when years < 1.75 then 1.05 else 1.22 end as pressure,
        extract(month from month) as month_of_year
    from building.cancer_month
),

-- Materialized, so that many threads share it in small pieces: the months alone are one piece.
referral as materialized (
    select
        *,
        unnest(range(1, pathway_count + 1)) as nth
    from month
),

numbered as (
    select
        *,
        pathways_before + nth as pathway_id,
        -- The last of each month comes on its last day, however small the sample is.
        getvariable('cancer_referral_days')[days_before + 1 + case
            when nth = pathway_count then referral_days - 1
            else building.choice('cancer day', pathways_before + nth, referral_days)
        end] as referred_day,
        -- Only an urgent referral names what it suspects.
        case route
            when 'BREAST' then 17
            when '2WW' then getvariable('cancer_suspected_nos')[1 + building.choice('cancer suspected', pathways_before + nth, 1000)]
        end as suspected_no
    from referral
),

-- Whether it is cancer, and of which group. Trusts differ in how much of what is sent to them is cancer.
found as (
    select
        *,
        case
            when provider_no = 4 then true
            when route in ('2WW', 'BREAST') then building.draw('cancer', pathway_id)
                < getvariable('cancer_shares')[suspected_no] * [1.00, 0.86, 0.71, 1.00][provider_no] * (1.06 - 0.03 * years)
            when route = 'SCREEN' then building.draw('cancer', pathway_id) < 0.40
            when route = 'UPGRADE' then building.draw('cancer', pathway_id) < 0.80
            else building.draw('cancer', pathway_id) < 0.96
        end as is_cancer,
        case
            when suspected_no is not null
                then getvariable('cancer_treated_nos')[(suspected_no - 1) * 20 + 1 + building.choice('cancer group', pathway_id, 20)]
            when route = 'SCREEN' then getvariable('cancer_screened_nos')[1 + building.choice('cancer group', pathway_id, 20)]
            else getvariable('cancer_other_nos')[1 + building.choice('cancer group', pathway_id, 20)]
        end as treated_no
    from numbered
),

-- Whether it is handed on, whether it is first seen in time, and whether treatment follows the decision in time.
judged as (
    select
        *,
        is_cancer and route <> 'OTHER'
        and building.draw('cancer handed on', pathway_id) * 100
            < getvariable('cancer_handed_on')[(treated_no - 1) * 4 + provider_no] as is_handed_on,
        building.draw('cancer seen late', pathway_id)
            < [0.050, 0.053, 0.062, 0.060][provider_no]
            * case route when 'BREAST' then 1.15 else 1 end
            -- Lower gastrointestinal, breast and skin clinics filled up in the summer of 2018.
            * case when years > 1.75 and suspected_no in (1, 7, 8) then 1.55 else pressure end
            * case suspected_no when 7 then 1.25 when 3 then 0.60 when 4 then 0.60 when 11 then 0.95 else 0.95 end
            * case when month_of_year in (12, 1) then 1.25 else 1 end as is_seen_late,
        building.draw('cancer decided late', pathway_id)
            < [0.034, 0.026, 0.024, 0.030][provider_no] * pressure
            * case treated_no when 1 then 0.7 when 8 then 0.7 when 11 then 1.9 when 12 then 1.6 else 1 end as is_decided_late
    from found
),

-- The day that a wait ends on, then the day of work that it is moved to: a wait in time stays in time, a late one late.
wait_to_first_seen as (
    select
        *,
        referred_day + cast(floor(building.on_curve(
            case
                when route not in ('2WW', 'BREAST') then building.curve_no('cancer seen unhurried')
                when is_seen_late then building.curve_no('cancer seen over')
                else building.curve_no('cancer seen within')
            end,
            building.draw('cancer seen', pathway_id))) as bigint) as seen_any_day
    from judged
),

seen as (
    select
        *,
        case when is_seen_late then building.weekday_after(seen_any_day) else building.weekday_before(seen_any_day) end as seen_day
    from wait_to_first_seen
),

-- The trust that hands on sends patients late, later every year; this is why the tertiary centre treats so many late.
wait_to_transfer as (
    select
        *,
        case when is_handed_on then greatest(seen_day, referred_day + cast(floor(
            building.on_curve(building.curve_no('cancer transferred'), building.draw('cancer transferred', pathway_id))
            * [1.0, 0.98, 1.07, 1.10][provider_no] * (1 + 0.035 * years)
        ) as bigint)) end as transferred_any_day
    from seen
),

transferred as (
    select
        *,
        building.weekday_before(transferred_any_day) as transferred_day
    from wait_to_transfer
),

wait_to_treatment as (
    select
        *,
        case when is_cancer then greatest(seen_day + 1, case when is_handed_on then transferred_day else referred_day end
            + cast(floor(building.on_curve(
                case
                    when is_handed_on then building.curve_no('cancer after transfer')
                    when building.draw('cancer late', pathway_id) < getvariable('cancer_late_shares')[treated_no] * pressure
                        * [1.12, 0.95, 1.10, 1.00][provider_no] then building.curve_no('cancer treated over')
                    else building.curve_no('cancer treated within')
                end,
                building.draw('cancer treated', pathway_id))) as bigint)) end as treated_any_day
    from transferred
),

treated as (
    select
        *,
        building.weekday_before(treated_any_day) as treated_day
    from wait_to_treatment
),

decided as (
    select
        *,
        case when is_cancer then greatest(seen_day, treated_day - cast(floor(building.on_curve(
            case when is_decided_late then building.curve_no('cancer decided over') else building.curve_no('cancer decided within') end,
            building.draw('cancer decided', pathway_id))) as bigint)) end as decided_day
    from treated
),

wait_to_be_told as (
    select
        *,
        seen_day + cast(floor(case
            when is_cancer then (decided_day - seen_day) * (0.4 + 0.5 * building.draw('cancer told', pathway_id))
            else building.on_curve(building.curve_no('cancer ruled out'), building.draw('cancer told', pathway_id))
        end) as bigint) as told_any_day
    from decided
),

told as (
    select
        *,
        greatest(seen_day, building.weekday_before(told_any_day)) as told_day
    from wait_to_be_told
),

-- Our trusts hear of a pathway that another trust began when it is transferred to them.
known as (
    select
        *,
        case when provider_no = 4 then transferred_day else referred_day end as known_day,
        coalesce(treated_day, told_day) as last_day,
        case when treated_no in (3, 4, 9) and provider_no <> 2 then 'RJZ' when provider_no = 1 then 'RJZ' else 'RJ1' end as handed_to
    from told
    where coalesce(treated_day, told_day) >= getvariable('cancer_first_day')
),

described as (
    select
        *,
        -- Women in breast and gynaecological groups, men in those of the prostate and the testis.
        case
            when suspected_no in (9) or treated_no = 2 and suspected_no is null then '2'
            when suspected_no = 12 or is_cancer and treated_no = 11 then '1'
            when suspected_no in (1, 17) or is_cancer and treated_no = 1
                then case when building.draw('cancer sex', pathway_id) < 0.97 then '2' else '1' end
            else case
                when building.draw('cancer sex', pathway_id) < 0.52 then '2'
                when building.draw('cancer sex', pathway_id) < 0.998 then '1'
                else '9'
            end
        end as sex,
        referred_day - cast(floor(365.25 * case
            when suspected_no = 2 then 15 * building.draw('cancer age', pathway_id)
            else building.on_curve(
                case when is_cancer then building.curve_no('age cancer') else building.curve_no('age suspected cancer') end,
                building.draw('cancer age', pathway_id))
        end) as bigint) as birth_day,
        getvariable('commissioners')[8 * (case
            when provider_no = 4 then case when building.draw('cancer area', pathway_id) < 0.27 then 1 else 7 end
            else building.area_no(
                getvariable('cancer_sites')[provider_no * 2 - 1 + building.choice('cancer site', pathway_id, 2)],
                building.draw('cancer area', pathway_id))
        end - 1) + 1 + case
            -- Dartford's own patients are those of its CCG.
            when provider_no = 4 then case when building.draw('cancer area', pathway_id) < 0.27 then 0 else 5 end
            else building.choice('cancer district', pathway_id, 8)
        end] as commissioner
    from known
),

-- One state for what ended before October 2018; one for each day on which something happened for the others.
state as (
    select
        *,
        last_day as state_day,
        cast(null as bigint) as next_day
    from described
    where last_day < getvariable('cancer_states_from')
    union all
    select
        * exclude (days),
        unnest(days) as state_day,
        unnest(list_append(days[2:], null)) as next_day
    from (
        select
            *,
            list_sort(list_distinct(list_filter(
                [known_day, seen_day, transferred_day, told_day, decided_day, treated_day],
                lambda day: day >= known_day and day <= getvariable('cancer_last_day')))) as days
        from described
        where last_day >= getvariable('cancer_states_from')
          and known_day <= getvariable('cancer_last_day')
    )
)

select
    pathway_id as PathwayId,
    route as ReferralRoute,
    getvariable('cancer_suspected_codes')[suspected_no] as SuspectedTumourGroup,
    building.day_date(referred_day) as ReferredDate,
    case when seen_day <= state_day then building.day_date(seen_day) end as FirstSeenDate,
    getvariable('cancer_providers')[provider_no] as FirstSeenProviderCode,
    case when transferred_day <= state_day then building.day_date(transferred_day) end as TransferDate,
    case when told_day <= state_day then building.day_date(told_day) end as ToldDate,
    case when decided_day <= state_day then building.day_date(decided_day) end as DecidedToTreatDate,
    case when treated_day <= state_day then building.day_date(treated_day) end as TreatedDate,
    -- Known from the transfer on, or else from the decision to treat.
    case
        when transferred_day <= state_day then handed_to
        when decided_day <= state_day and not is_handed_on then getvariable('cancer_providers')[provider_no]
    end as TreatingProviderCode,
    case when is_cancer and told_day <= state_day then getvariable('cancer_treated_codes')[treated_no] end as TumourGroup,
    case
        when treated_day <= state_day
            then getvariable('cancer_modalities')[(treated_no - 1) * 10 + 1 + building.choice('cancer modality', pathway_id, 10)]
    end as TreatmentModality,
    -- C cancer, N not cancer, O open: not told yet.
    case when told_day > state_day then 'O' when is_cancer then 'C' else 'N' end as Outcome,
    commissioner as CommissionerCode,
    sex as Sex,
    building.day_date(birth_day) as BirthDate,
    building.recorded_at(state_day, pathway_id) as ModifiedAt,
    building.recorded_at(state_day, pathway_id) as RecordedAt,
    building.recorded_at(next_day, pathway_id) as SupersededAt
from state;
