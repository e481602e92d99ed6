-- building.inpatient_fault: one row per fault planted in the spells: the spell it is made from, its own number, and when what happens to
-- it later happens. Each kind has a fixed number of rows at scale 1, and never fewer than two.
create table building.inpatient_fault as
with kind (kind_no, fault, rows_at_scale_1, in_december, what, expected) as (
    values
        -- Of spells that ended in October and November 2018.
        (0, 'late row', 80, true, 'recorded weeks after the discharge', 'kept'),
        (1, 'changed row', 80, true, 'superseded in December 2018; the corrected row is discharged 7 minutes later', 'latest version kept'),
        (2, 'deleted row', 60, true, 'deleted in December 2018, without a trace in the source', 'absent'),
        (3, 'episode added', 60, true,
            'one more episode written down in December 2018, which moves ModifiedAt of the spell and nothing else of it', 'latest version kept'),
        -- Of the spells before.
        (4, 'exact duplicate', 80, false, 'the same row twice', 'kept once'),
        (5, 'newer version beside the older', 80, false,
            'the same key twice, neither superseded; the newer is discharged 7 minutes later', 'latest version kept'),
        (6, 'changed row', 80, false, 'superseded days later; the corrected row is discharged 7 minutes later', 'latest version kept'),
        (7, 'deleted row', 60, false, 'deleted days later, without a trace in the source', 'absent'),
        (8, 'bad provider code', 40, false, 'ProviderCode is ZZZ', 'rejected: ProviderCode allowed'),
        (9, 'bad patient classification', 40, false, 'PatientClassification is 7', 'rejected: PatientClassification allowed'),
        (10, 'bad admission method', 40, false, 'AdmissionMethod is 77, no code of the data dictionary', 'kept'),
        (11, 'bad commissioner code', 40, false, 'CommissionerCode is SE-LDN, no code of any commissioner', 'kept'),
        (12, 'bad treatment function', 40, false, 'TreatmentFunction of the first episode is 9ZZ', 'kept'),
        (13, 'missing admission', 30, false, 'AdmittedAt is null', 'rejected: AdmittedAt required'),
        (14, 'missing admission method', 30, false, 'AdmissionMethod is null', 'rejected: AdmissionMethod required'),
        (15, 'missing episodes', 30, false, 'no episode of the spell is in the source', 'kept'),
        (16, 'discharge before admission', 40, false, 'DischargedAt is before AdmittedAt', 'rejected: leaves_after_admission'),
        (17, 'day case with a night', 40, false, 'PatientClassification is 2, and the discharge a day later', 'rejected: day_case_stays_no_night'),
        (18, 'sentinel admission', 30, false, 'AdmittedAt is 1800-01-01, which means none', 'rejected: AdmittedAt required'),
        (19, 'sentinel discharge', 30, false,
            'DischargedAt is 1800-01-01, which means none, though the discharge method says that the patient left', 'rejected: finished_has_discharge'),
        (20, 'sentinel birth date', 40, false, 'BirthDate is 1801-01-01, which means invalid', 'kept'),
        (21, 'NHS number with a wrong check digit', 40, false, 'the check digit of NhsNumber is one too high', 'kept'),
        (22, 'NHS number too short', 40, false, 'NhsNumber has nine digits', 'kept'),
        (23, 'untidy code', 40, false, 'ProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

-- A part of the spells that ended before December, in an order that nothing but the seed decides.
pool as (
    select
        SpellId as spell_id,
        RecordedAt as recorded_at,
        DischargedAt >= timestamp '2018-10-01 00:00:00' as is_recent,
        row_number() over (
            partition by DischargedAt >= timestamp '2018-10-01 00:00:00' order by building.bits('inpatient fault', SpellId), SpellId
        ) - 1 as place
    from history.InpatientSpell
    where DischargedAt < timestamp '2018-11-20 00:00:00'
        and extract(hour from DischargedAt) < 23
        and NhsNumber is not null
        and building.bits('inpatient fault', SpellId) % greatest(1, cast(least(60, 60 * getvariable('scale')) as bigint)) = 0
),

taken as (
    select
        k.kind_no,
        k.fault,
        k.in_december,
        k.what,
        k.expected,
        p.spell_id as made_from_id,
        p.recorded_at,
        k.kind_no * 1000000 + p.place as fault_key
    from kind as k
    inner join pool as p
        on p.is_recent = k.in_december
        and k.kind_no = case when p.is_recent then p.place % 4 else 4 + p.place % 20 end
    qualify row_number() over (partition by k.kind_no order by p.place)
        <= greatest(2, cast(round(k.rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint))
)

select
    kind_no,
    fault,
    what,
    expected,
    made_from_id,
    -- Faults that need a row of their own get it behind all others, so that the rest of the sample stays as it is.
    case
        when fault in ('exact duplicate', 'newer version beside the older') then made_from_id
        else 200000000 + row_number() over (
            partition by fault in ('exact duplicate', 'newer version beside the older') order by kind_no, made_from_id
        )
    end as spell_id,
    recorded_at as first_recorded_at,
    case
        when in_december
            then timestamp '2018-12-04 00:00:00' + to_seconds(building.choice('inpatient fault at', fault_key, 27 * 86400))
        else recorded_at + to_seconds(2 * 86400 + building.choice('inpatient fault at', fault_key, 28 * 86400))
    end as later_at
from taken;

-- What was recorded at first and, for a changed row, what replaced it.
insert into history.InpatientSpell (
    SpellId, NhsNumber, ProviderCode, SiteCode, CommissionerCode, AdmissionMethod, PatientClassification, IntendedManagement,
    AdmittedAt, DischargedAt, DischargeMethod, DischargeDestination, Sex, BirthDate, ModifiedAt, RecordedAt, SupersededAt
)
with state as (
    select
        f.fault,
        f.made_from_id,
        f.spell_id,
        v.is_later,
        case when v.is_later then f.later_at else f.first_recorded_at end as recorded_at,
        case when f.fault = 'deleted row' or f.fault in ('changed row', 'episode added') and not v.is_later then f.later_at end as superseded_at
    from building.inpatient_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault in ('changed row', 'episode added')
        or v.is_later = (f.fault in ('late row', 'newer version beside the older'))
)

select
    s.spell_id,
    case s.fault
        when 'NHS number with a wrong check digit' then left(a.NhsNumber, 9) || (cast(right(a.NhsNumber, 1) as integer) + 1) % 10
        when 'NHS number too short' then left(a.NhsNumber, 9)
        else a.NhsNumber
    end,
    case s.fault
        when 'bad provider code' then 'ZZZ'
        when 'untidy code' then lower(a.ProviderCode) || ' '
        else a.ProviderCode
    end,
    a.SiteCode,
    case s.fault when 'bad commissioner code' then 'SE-LDN' else a.CommissionerCode end,
    case s.fault
        when 'bad admission method' then '77'
        when 'missing admission method' then null
        else a.AdmissionMethod
    end,
    case s.fault
        when 'bad patient classification' then '7'
        when 'day case with a night' then '2'
        -- As a day case it would break the rule of those as well.
        when 'discharge before admission' then '1'
        else a.PatientClassification
    end,
    a.IntendedManagement,
    case s.fault
        when 'missing admission' then null
        when 'sentinel admission' then timestamp '1800-01-01 00:00:00'
        else a.AdmittedAt
    end,
    case
        when s.fault = 'discharge before admission' then a.AdmittedAt - to_minutes(10 + building.choice('too early', s.spell_id, 2000))
        when s.fault = 'day case with a night' then a.AdmittedAt + interval 1 day
        when s.fault = 'sentinel discharge' then timestamp '1800-01-01 00:00:00'
        when s.fault in ('changed row', 'newer version beside the older') and s.is_later then a.DischargedAt + to_minutes(7)
        else a.DischargedAt
    end,
    a.DischargeMethod,
    a.DischargeDestination,
    a.Sex,
    case s.fault when 'sentinel birth date' then date '1801-01-01' else a.BirthDate end,
    s.recorded_at,
    s.recorded_at,
    s.superseded_at
from state as s
inner join history.InpatientSpell as a on a.SpellId = s.made_from_id and a.SpellId < 200000000
order by s.spell_id, s.recorded_at;

-- Their episodes: those of the spell they are made from.
insert into history.InpatientEpisode (EpisodeId, SpellId, EpisodeOrder, TreatmentFunction, StartedAt, RecordedAt, SupersededAt)
select
    f.spell_id * 10 + e.EpisodeOrder,
    f.spell_id,
    e.EpisodeOrder,
    case when f.fault = 'bad treatment function' and e.EpisodeOrder = 1 then '9ZZ' else e.TreatmentFunction end,
    e.StartedAt,
    f.first_recorded_at,
    cast(null as timestamp)
from building.inpatient_fault as f
inner join history.InpatientEpisode as e on e.SpellId = f.made_from_id
where f.spell_id >= 200000000
    and f.fault <> 'missing episodes'
union all
select
    f.spell_id * 10 + max(e.EpisodeOrder) + 1,
    f.spell_id,
    cast(max(e.EpisodeOrder) + 1 as smallint),
    '314',
    date_trunc('hour', min(s.DischargedAt)),
    f.later_at,
    cast(null as timestamp)
from building.inpatient_fault as f
inner join history.InpatientEpisode as e on e.SpellId = f.made_from_id
inner join history.InpatientSpell as s on s.SpellId = f.made_from_id
where f.fault = 'episode added'
group by f.spell_id, f.later_at
order by 1;

insert into sample.PlantedFault
select
    fault,
    'inpatient_spell',
    spell_id,
    case
        when fault in ('late row', 'newer version beside the older', 'changed row', 'deleted row', 'episode added') then later_at
        else first_recorded_at
    end,
    what,
    expected
from building.inpatient_fault
order by kind_no, spell_id;
