-- Faults planted in the clock stops and in the censuses of open pathways, listed in sample.PlantedFault. RowKey is PathwayId in both:
-- a planted row of a census has a number of its own and stands in that census alone. Each kind has a fixed number of rows at
-- scale 1, and never fewer than two.

-- building.rtt_stop_fault: one row per planted fault of a clock stop: the stop it is made from, its own number, and when what happens to
-- it later happens.
create table building.rtt_stop_fault as
with kind (kind_no, fault, rows_at_scale_1, in_december, what, expected) as (
    values
        (1, 'exact duplicate', 120, false, 'the same row twice', 'kept once'),
        (2, 'newer version beside the older', 120, false,
            'the same key twice, neither superseded; the clock of the newer stops a day later', 'latest version kept'),
        (3, 'late row', 150, true, 'recorded weeks after the clock stopped', 'kept'),
        (4, 'changed row', 120, false, 'superseded days later; the clock of the corrected row stops a day later', 'latest version kept'),
        (5, 'changed row', 80, true,
            'superseded in December 2018; the clock of the corrected row stops a day later', 'latest version kept'),
        (6, 'deleted row', 80, false, 'deleted days later, without a trace in the source', 'absent'),
        (7, 'deleted row', 60, true, 'deleted in December 2018, without a trace in the source', 'absent'),
        (8, 'bad provider code', 60, false, 'ProviderCode is ZZZ', 'rejected: ProviderCode allowed'),
        (9, 'missing provider code', 50, false, 'ProviderCode is null', 'rejected: ProviderCode required'),
        (10, 'status that stops no clock', 60, false, 'StopStatus is 20', 'rejected: StopStatus allowed'),
        (11, 'bad commissioner code', 60, false, 'CommissionerCode is SE-LDN, no code of any commissioner', 'kept'),
        (12, 'unknown treatment function', 60, false, 'TreatmentFunctionCode is 998, which is none', 'kept'),
        (13, 'missing clock stop', 50, false, 'ClockStopDate is null', 'rejected: ClockStopDate required'),
        (14, 'stop before start', 60, false, 'ClockStopDate is before ClockStartDate', 'rejected: stops_after_start'),
        (15, 'sentinel clock start', 40, false, 'ClockStartDate is 1800-01-01, which means none', 'rejected: ClockStartDate required'),
        (16, 'untidy code', 60, false,
            'ProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

wanted as (
    select
        *,
        sum(row_count) over (partition by in_december order by kind_no) as places
    from (
        select
            *,
            greatest(2, cast(round(rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint)) as row_count
        from kind
    )
),

-- About twelve thousand stops at any scale, in the order of their draw; what happens in December happens to stops of the autumn.
candidate as (
    select
        PathwayId as made_from_id,
        RecordedAt as first_recorded_at,
        ClockStopDate >= date '2018-10-01' as in_december,
        building.draw('rtt stop fault', PathwayId) as drawn
    from history.RttClockStop
    where building.draw('rtt stop fault', PathwayId) < 0.004 / least(1, cast(getvariable('scale') as double))
        and ClockStopDate < date '2018-11-20'
),

placed as (
    select
        *,
        row_number() over (partition by in_december order by drawn) as place
    from candidate
)

select
    w.kind_no,
    w.fault,
    w.what,
    w.expected,
    p.made_from_id,
    case
        when w.fault in ('exact duplicate', 'newer version beside the older') then p.made_from_id
        -- A row of its own, with a number behind all others.
        else (select max(t.starts_before + t.starts) from building.rtt_start as t) + w.kind_no * 1000 + w.places - p.place
    end as pathway_id,
    p.first_recorded_at,
    case
        when w.in_december
            then timestamp '2018-12-04 00:00:00' + to_seconds(building.choice('rtt stop fault at', p.made_from_id, 27 * 86400))
        else p.first_recorded_at + to_seconds(2 * 86400 + building.choice('rtt stop fault at', p.made_from_id, 28 * 86400))
    end as later_at
from wanted as w
inner join placed as p
    on p.in_december = w.in_december
    and p.place <= w.places
    and p.place > w.places - w.row_count;

insert into history.RttClockStop (
    PathwayId, ProviderCode, CommissionerCode, TreatmentFunctionCode, ClockStartDate, ClockStopDate, StopStatus, IsAdmitted,
    ModifiedAt, RecordedAt, SupersededAt
)
with state as (
    select
        f.fault,
        f.made_from_id,
        f.pathway_id,
        v.is_later,
        case when v.is_later then f.later_at else f.first_recorded_at end as recorded_at,
        case when f.fault = 'deleted row' or f.fault = 'changed row' and not v.is_later then f.later_at end as superseded_at
    from building.rtt_stop_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault = 'changed row'
        or v.is_later = (f.fault in ('late row', 'newer version beside the older'))
)

select
    s.pathway_id,
    case s.fault
        when 'bad provider code' then 'ZZZ'
        when 'missing provider code' then null
        when 'untidy code' then lower(p.ProviderCode) || ' '
        else p.ProviderCode
    end,
    case s.fault when 'bad commissioner code' then 'SE-LDN' else p.CommissionerCode end,
    case s.fault when 'unknown treatment function' then '998' else p.TreatmentFunctionCode end,
    case s.fault when 'sentinel clock start' then date '1800-01-01' else p.ClockStartDate end,
    case
        when s.fault = 'missing clock stop' then null
        when s.fault = 'stop before start' then p.ClockStartDate - 1 - cast(building.choice('rtt too early', s.pathway_id, 30) as integer)
        when s.fault in ('changed row', 'newer version beside the older') and s.is_later then p.ClockStopDate + 1
        else p.ClockStopDate
    end,
    case s.fault when 'status that stops no clock' then '20' else p.StopStatus end,
    p.IsAdmitted,
    s.recorded_at,
    s.recorded_at,
    s.superseded_at
from state as s
inner join history.RttClockStop as p on p.PathwayId = s.made_from_id
order by s.pathway_id, s.recorded_at;

insert into sample.PlantedFault
select
    fault,
    'rtt_clock_stop',
    pathway_id,
    case
        when fault in ('late row', 'newer version beside the older', 'changed row', 'deleted row') then later_at
        else first_recorded_at
    end,
    what,
    expected
from building.rtt_stop_fault
order by kind_no, pathway_id;

-- building.rtt_census_fault: one row per planted fault of a census: the row it is made from, its own number, and when what happens to it
-- later happens, while the census may still be corrected.
create table building.rtt_census_fault as
with kind (kind_no, fault, rows_at_scale_1, may_be_corrected, what, expected) as (
    values
        (1, 'exact duplicate', 100, false, 'the same row twice in one census', 'kept once'),
        (2, 'late row', 100, true, 'added to the census days after it was taken', 'kept'),
        (3, 'changed row', 80, true,
            'superseded days after the census; the clock of the corrected row starts 7 days earlier', 'latest version kept'),
        (4, 'deleted row', 100, true, 'taken out of the census days later, without a trace in the source', 'absent'),
        (5, 'bad provider code', 50, false, 'ProviderCode is ZZZ', 'rejected: ProviderCode allowed'),
        (6, 'bad commissioner code', 50, false, 'CommissionerCode is SE-LDN, no code of any commissioner', 'kept'),
        (7, 'unknown treatment function', 50, false, 'TreatmentFunctionCode is 998, which is none', 'kept'),
        (8, 'missing treatment function', 40, false, 'TreatmentFunctionCode is null', 'rejected: TreatmentFunctionCode required'),
        (9, 'missing clock start', 40, false, 'ClockStartDate is null', 'rejected: ClockStartDate required'),
        (10, 'sentinel clock start', 40, false, 'ClockStartDate is 1801-01-01, which means invalid', 'rejected: ClockStartDate required'),
        (11, 'clock start after the census', 50, false, 'ClockStartDate is after CensusDate', 'rejected: starts_by_census'),
        (12, 'bad decision to admit', 40, false, 'HasDecisionToAdmit is X', 'rejected: HasDecisionToAdmit allowed'),
        (13, 'untidy code', 50, false,
            'ProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

wanted as (
    select
        *,
        sum(row_count) over (order by kind_no) as places
    from (
        select
            *,
            greatest(2, cast(round(rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint)) as row_count
        from kind
    )
),

-- About twelve thousand rows of censuses before the last, which nobody has corrected yet.
candidate as (
    select
        CensusDate as census_date,
        PathwayId as made_from_id,
        RecordedAt as first_recorded_at,
        building.draw('rtt census fault', PathwayId * 100 + extract(month from CensusDate)) as drawn
    from history.RttOpenPathway
    where CensusDate between date '2018-01-01' and date '2018-11-30'
        and building.draw('rtt census fault', PathwayId * 100 + extract(month from CensusDate))
            < 0.006 / least(1, cast(getvariable('scale') as double))
),

placed as (
    select
        *,
        row_number() over (order by drawn) as place
    from candidate
)

select
    w.kind_no,
    w.fault,
    w.what,
    w.expected,
    p.census_date,
    p.made_from_id,
    (select max(t.starts_before + t.starts) from building.rtt_start as t) + 100000 + p.place as pathway_id,
    p.first_recorded_at,
    p.first_recorded_at + to_seconds(2 * 86400 + building.choice('rtt census fault at', p.made_from_id, 6 * 86400)) as later_at
from wanted as w
inner join placed as p
    on p.place <= w.places
    and p.place > w.places - w.row_count;

insert into history.RttOpenPathway (
    CensusDate, PathwayId, ProviderCode, CommissionerCode, TreatmentFunctionCode, ClockStartDate, HasDecisionToAdmit,
    ModifiedAt, RecordedAt, SupersededAt
)
with state as (
    select
        f.fault,
        f.census_date,
        f.made_from_id,
        f.pathway_id,
        v.is_later,
        case when v.is_later then f.later_at else f.first_recorded_at end as recorded_at,
        case when f.fault = 'deleted row' or f.fault = 'changed row' and not v.is_later then f.later_at end as superseded_at
    from building.rtt_census_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault = 'changed row'
        or v.is_later = (f.fault = 'late row')
    union all
    select fault, census_date, made_from_id, pathway_id, false, first_recorded_at, null
    from building.rtt_census_fault
    where fault = 'exact duplicate'
)

select
    s.census_date,
    s.pathway_id,
    case s.fault
        when 'bad provider code' then 'ZZZ'
        when 'untidy code' then lower(p.ProviderCode) || ' '
        else p.ProviderCode
    end,
    case s.fault when 'bad commissioner code' then 'SE-LDN' else p.CommissionerCode end,
    case s.fault
        when 'unknown treatment function' then '998'
        when 'missing treatment function' then null
        else p.TreatmentFunctionCode
    end,
    case s.fault
        when 'missing clock start' then null
        when 'sentinel clock start' then date '1801-01-01'
        when 'clock start after the census'
            then s.census_date + 1 + cast(building.choice('rtt too late', s.pathway_id, 30) as integer)
        when 'changed row' then p.ClockStartDate - case when s.is_later then 7 else 0 end
        else p.ClockStartDate
    end,
    case s.fault when 'bad decision to admit' then 'X' else p.HasDecisionToAdmit end,
    s.recorded_at,
    s.recorded_at,
    s.superseded_at
from state as s
inner join history.RttOpenPathway as p
    on p.PathwayId = s.made_from_id
    and p.CensusDate = s.census_date
order by s.census_date, s.pathway_id, s.recorded_at;

insert into sample.PlantedFault
select
    fault,
    'rtt_open_pathway',
    pathway_id,
    case when fault in ('late row', 'changed row', 'deleted row') then later_at else first_recorded_at end,
    what,
    expected
from building.rtt_census_fault
order by kind_no, pathway_id;
