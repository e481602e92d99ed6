-- history.InpatientEpisode: one row per episode of a spell: the time under one consultant, and their treatment function. Most spells have
-- one, long emergency stays two or three: those who admit hand over to the specialty. Later episodes are written down with the discharge.
create table history.InpatientEpisode as
with spell as (
    select
        SpellId,
        left(AdmissionMethod, 1) as method_group,
        AdmissionMethod,
        PatientClassification,
        Sex,
        AdmittedAt,
        DischargedAt,
        RecordedAt,
        cast(list_position(getvariable('inpatient_providers'), ProviderCode) - 1 as bigint) as provider_no,
        (cast(AdmittedAt as date) - BirthDate) // 365 as age,
        cast(DischargedAt as date) - cast(AdmittedAt as date) as nights,
        building.draw('specialty', SpellId) as drawn,
        building.draw('specialty later', SpellId) as drawn_later,
        building.draw('episodes', SpellId) as episodes_drawn
    from history.InpatientSpell
    where SupersededAt is null
),

-- Where an emergency patient belongs in the end, and who takes them in at first.
treated as (
    select
        *,
        case
            when PatientClassification <> '3' and AdmissionMethod in ('11', '12', '13')
                then getvariable('planned_specialties')[building.planned_specialty_no(provider_no, Sex, drawn)]
            when AdmissionMethod in ('11', '12', '13') then case when drawn < 0.6 then '361' else '303' end
            when method_group = '3' then case when drawn < 0.93 then '501' else '560' end
            when method_group = '8' and AdmissionMethod <> '81' then case when drawn < 0.88 then '424' else '422' end
            when age < 17 then case when drawn < 0.90 then '420' when drawn < 0.96 then '110' else '100' end
            when drawn < 0.13 then '100'
            when drawn < 0.19 then '110'
            when drawn < 0.22 then '101'
            when drawn < 0.25 then case when Sex = '2' then '502' else '120' end
            when drawn < 0.31 then '320'
            when drawn < 0.36 then '340'
            when drawn < 0.39 then '301'
            when drawn < 0.41 then '400'
            when drawn < 0.425 then '361'
            when drawn < 0.432 then '370'
            when drawn < 0.435 then '800'
            when drawn < 0.445 then '303'
            when age >= 78 and drawn < 0.80 then '430'
            when coalesce(nights, 1) = 0 and drawn > 0.80 then '180'
            else '300'
        end as specialty,
        case
            when method_group = '2' and nights >= 2 and episodes_drawn < 0.58 + 0.008 * least(nights, 40)
                then case when nights >= 4 and episodes_drawn < 0.22 then 3 else 2 end
            when method_group = '2' and nights = 1 and episodes_drawn < 0.22 then 2
            when method_group <> '2' and nights >= 3 and episodes_drawn < 0.12 then 2
            else 1
        end as episodes
    from spell
),

episode as (
    select
        *,
        unnest(range(1, episodes + 1)) as episode_order
    from treated
)

select
    SpellId * 10 + episode_order as EpisodeId,
    SpellId,
    cast(episode_order as smallint) as EpisodeOrder,
    case
        -- Adults in long emergency stays come in under general medicine, and may need rehabilitation in the end.
        when episode_order = 1 and episodes > 1 and method_group = '2' and age >= 17 and specialty not in ('100', '110', '502') then '300'
        when episode_order = 3 and episodes = 3 and drawn_later < 0.3 then '314'
        when episode_order = 2 and episodes > 1 and specialty = '300' then case when drawn_later < 0.5 then '430' else '340' end
        else specialty
    end as TreatmentFunction,
    case
        when episode_order = 1 then AdmittedAt
        else date_trunc('day', AdmittedAt) + to_days(cast((episode_order - 1) * nights // episodes as integer)) + interval 11 hour
    end as StartedAt,
    case when episode_order = 1 then AdmittedAt + interval 1 minute else RecordedAt end as RecordedAt,
    cast(null as timestamp) as SupersededAt
from episode;
