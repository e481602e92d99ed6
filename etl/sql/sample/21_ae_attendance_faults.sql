-- sample.PlantedFault: one row per fault planted in a feed: the key of the row, from when a reader sees it, what is wrong
-- with it, and what a correct load makes of it. Expected is one of: kept, kept once, latest version kept, absent,
-- 'kept, code trimmed and upper-cased', or 'rejected: ' with the column and rule of the feed's contract.
create table if not exists sample.PlantedFault (
    Fault varchar,
    Feed varchar,
    RowKey bigint,
    PlantedAt timestamp,
    What varchar,
    Expected varchar
);

-- building.ae_fault: one row per planted fault: the attendance it is made from, its own number, and when what happens to it
-- later happens. Each kind has a fixed number of rows at scale 1, and never fewer than two.
create table building.ae_fault as
with kind (kind_no, fault, rows_at_scale_1, from_day, to_day, in_december, what, expected) as (
    values
        (1, 'exact duplicate', 120, date '2015-04-01', date '2017-03-31', false,
            'the same row twice', 'kept once'),
        (2, 'newer version beside the older', 120, date '2017-04-01', date '2018-11-20', false,
            'the same key twice, neither superseded; the newer departs 7 minutes later', 'latest version kept'),
        (3, 'late row', 150, date '2018-10-01', date '2018-11-20', true,
            'recorded weeks after the attendance', 'kept'),
        (4, 'changed row', 120, date '2015-04-01', date '2018-10-31', false,
            'superseded days later; the corrected row departs 7 minutes later', 'latest version kept'),
        (5, 'changed row', 80, date '2018-10-01', date '2018-11-30', true,
            'superseded in December 2018; the corrected row departs 7 minutes later', 'latest version kept'),
        (6, 'deleted row', 80, date '2015-04-01', date '2018-10-31', false,
            'deleted days later, without a trace in the source', 'absent'),
        (7, 'deleted row', 60, date '2018-10-01', date '2018-11-30', true,
            'deleted in December 2018, without a trace in the source', 'absent'),
        (8, 'bad provider code', 60, date '2015-04-01', date '2018-12-20', false,
            'ProviderCode is ZZZ', 'rejected: ProviderCode allowed'),
        (9, 'bad department type', 60, date '2015-04-01', date '2018-12-20', false,
            'DepartmentType is 7', 'rejected: DepartmentType allowed'),
        (10, 'bad commissioner code', 60, date '2015-04-01', date '2018-12-20', false,
            'CommissionerCode is SE-LDN, no code of any commissioner', 'kept'),
        (11, 'missing arrival', 50, date '2015-04-01', date '2018-12-20', false,
            'ArrivedAt is null', 'rejected: ArrivedAt required'),
        (12, 'missing department type', 50, date '2015-04-01', date '2018-12-20', false,
            'DepartmentType is null', 'rejected: DepartmentType required'),
        (13, 'departure before arrival', 60, date '2015-04-01', date '2018-12-20', false,
            'DepartedAt is before ArrivedAt', 'rejected: departs_after_arrival'),
        (14, 'sentinel arrival', 40, date '2015-04-01', date '2018-12-20', false,
            'ArrivedAt is 1800-01-01, which means none', 'rejected: ArrivedAt required'),
        (15, 'sentinel time', 60, date '2015-04-01', date '2018-12-20', false,
            'SeenAt is 1800-01-01, which means none', 'kept'),
        (16, 'sentinel birth date', 60, date '2015-04-01', date '2018-12-20', false,
            'BirthDate is 1801-01-01, which means invalid', 'kept'),
        (17, 'NHS number with a wrong check digit', 80, date '2015-04-01', date '2018-12-20', false,
            'the check digit of NhsNumber is one too high', 'kept'),
        (18, 'NHS number too short', 60, date '2015-04-01', date '2018-12-20', false,
            'NhsNumber has nine digits', 'kept'),
        (19, 'untidy code', 60, date '2015-04-01', date '2018-12-20', false,
            'ProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

-- Attendances are numbered as they arrive, so that a span of days is a span of numbers.
span as (
    select
        k.kind_no,
        k.fault,
        k.in_december,
        k.what,
        k.expected,
        greatest(2, cast(round(k.rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint)) as row_count,
        min(h.arrivals_before) + 1 as first_id,
        max(h.arrivals_before + h.arrivals) - min(h.arrivals_before) as ids
    from kind as k
    inner join building.ae_hour as h on h.day between k.from_day and k.to_day
    group by k.kind_no, k.fault, k.in_december, k.what, k.expected, k.rows_at_scale_1
),

-- One attendance from each of as many equal parts of the span as there are rows: no attendance is taken twice.
taken as (
    select
        s.kind_no,
        s.fault,
        s.in_december,
        s.what,
        s.expected,
        s.kind_no * 1000000 + n.nth as fault_key,
        s.first_id
        + cast(floor((n.nth + building.draw('fault', s.kind_no * 1000000 + n.nth)) * s.ids / s.row_count) as bigint) as made_from_id
    from span as s
    inner join range(1000000) as n (nth) on n.nth < s.row_count
)

select
    t.kind_no,
    t.fault,
    t.what,
    t.expected,
    t.made_from_id,
    -- Faults that need a row of their own get it behind all others, so that the rest of the sample stays as it is.
    case
        when t.fault in ('exact duplicate', 'newer version beside the older') then t.made_from_id
        else (select max(h.arrivals_before + h.arrivals) from building.ae_hour as h)
            + row_number() over (partition by t.fault in ('exact duplicate', 'newer version beside the older') order by t.fault_key)
    end as attendance_id,
    a.RecordedAt as first_recorded_at,
    case
        when t.in_december
            then timestamp '2018-12-04 00:00:00' + to_seconds(building.choice('fault at', t.fault_key, 27 * 86400))
        else a.RecordedAt + to_seconds(2 * 86400 + building.choice('fault at', t.fault_key, 28 * 86400))
    end as later_at
from taken as t
inner join history.AeAttendance as a on a.AttendanceId = t.made_from_id;

-- What was recorded at first and, for a changed row, what replaced it.
insert into history.AeAttendance (
    AttendanceId, NhsNumber, LocalPatientId, ProviderCode, SiteCode, DepartmentType, DataSet, AttendanceCategory, ArrivalMode,
    ReferralSource, CommissionerCode, Postcode, Sex, BirthDate, ArrivedAt, InitialAssessmentAt, SeenAt, DecidedToAdmitAt,
    DepartedAt, DisposalCode, ModifiedAt, RecordedAt, SupersededAt
)
with state as (
    select
        f.fault,
        f.made_from_id,
        f.attendance_id,
        v.is_later,
        case when v.is_later then f.later_at else f.first_recorded_at end as recorded_at,
        case when f.fault = 'deleted row' or f.fault = 'changed row' and not v.is_later then f.later_at end as superseded_at
    from building.ae_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault = 'changed row'
        or v.is_later = (f.fault in ('late row', 'newer version beside the older'))
)

select
    s.attendance_id,
    case s.fault
        when 'NHS number with a wrong check digit' then
            left(coalesce(a.NhsNumber, building.nhs_number(s.made_from_id % 900000)), 9)
            || (cast(right(coalesce(a.NhsNumber, building.nhs_number(s.made_from_id % 900000)), 1) as integer) + 1) % 10
        when 'NHS number too short' then left(coalesce(a.NhsNumber, building.nhs_number(s.made_from_id % 900000)), 9)
        else a.NhsNumber
    end,
    a.LocalPatientId,
    case s.fault
        when 'bad provider code' then 'ZZZ'
        when 'untidy code' then lower(a.ProviderCode) || ' '
        else a.ProviderCode
    end,
    a.SiteCode,
    case s.fault
        when 'bad department type' then '7'
        when 'missing department type' then null
        else a.DepartmentType
    end,
    a.DataSet,
    a.AttendanceCategory,
    a.ArrivalMode,
    a.ReferralSource,
    case s.fault when 'bad commissioner code' then 'SE-LDN' else a.CommissionerCode end,
    a.Postcode,
    a.Sex,
    case s.fault when 'sentinel birth date' then date '1801-01-01' else a.BirthDate end,
    case s.fault
        when 'missing arrival' then null
        when 'sentinel arrival' then timestamp '1800-01-01 00:00:00'
        else a.ArrivedAt
    end,
    a.InitialAssessmentAt,
    case s.fault when 'sentinel time' then timestamp '1800-01-01 00:00:00' else a.SeenAt end,
    a.DecidedToAdmitAt,
    case
        when s.fault = 'departure before arrival' then a.ArrivedAt - to_minutes(10 + building.choice('too early', s.attendance_id, 200))
        when s.fault in ('changed row', 'newer version beside the older') and s.is_later then a.DepartedAt + to_minutes(7)
        else a.DepartedAt
    end,
    a.DisposalCode,
    s.recorded_at,
    s.recorded_at,
    s.superseded_at
from state as s
inner join history.AeAttendance as a on a.AttendanceId = s.made_from_id
order by s.attendance_id, s.recorded_at;

insert into sample.PlantedFault
select
    fault,
    'ae_attendance',
    attendance_id,
    case
        when fault in ('late row', 'newer version beside the older', 'changed row', 'deleted row') then later_at
        else first_recorded_at
    end,
    what,
    expected
from building.ae_fault
order by kind_no, attendance_id;
