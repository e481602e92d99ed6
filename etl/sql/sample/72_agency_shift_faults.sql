-- building.shift_fault: one row per planted fault of the temporary shifts: the shift it is made from, its own number, and when what
-- happens to it later happens. Each kind has a fixed number of rows at scale 1, and never fewer than two.
create table building.shift_fault as
with kind (kind_no, fault, rows_at_scale_1, from_day, to_day, in_december, what, expected) as (
    values
        (1, 'exact duplicate', 100, date '2015-04-01', date '2017-03-31', false,
            'the same row twice', 'kept once'),
        (2, 'newer version beside the older', 100, date '2017-04-01', date '2018-11-20', false,
            'the same key twice, neither superseded; the newer is paid 50 pence an hour more', 'latest version kept'),
        (3, 'late row', 150, date '2018-10-01', date '2018-11-20', true,
            'the timesheet came weeks after the shift', 'kept'),
        (4, 'changed row', 100, date '2015-04-01', date '2018-10-31', false,
            'superseded days later; the corrected row is paid 50 pence an hour more', 'latest version kept'),
        (5, 'changed row', 80, date '2018-10-01', date '2018-11-30', true,
            'superseded in December 2018; the corrected row is paid 50 pence an hour more', 'latest version kept'),
        (6, 'deleted row', 80, date '2015-04-01', date '2018-10-31', false,
            'cancelled days later, without a trace in the source', 'absent'),
        (7, 'deleted row', 60, date '2018-10-01', date '2018-11-30', true,
            'cancelled in December 2018, without a trace in the source', 'absent'),
        (8, 'bad provider code', 60, date '2015-04-01', date '2018-12-20', false,
            'ProviderCode is ZZZ', 'rejected: ProviderCode allowed'),
        (9, 'unknown staff group', 60, date '2015-04-01', date '2018-12-20', false,
            'StaffGroup is LOC, no code of any staff group', 'kept'),
        (10, 'bad shift kind', 40, date '2015-04-01', date '2018-12-20', false,
            'ShiftKind is OVERTIME', 'rejected: ShiftKind allowed'),
        (11, 'missing shift kind', 40, date '2015-04-01', date '2018-12-20', false,
            'ShiftKind is null', 'rejected: ShiftKind required'),
        (12, 'negative hours', 50, date '2015-04-01', date '2018-12-20', false,
            'Hours, and so Cost, are below 0', 'rejected: Hours minimum'),
        (13, 'missing rate', 50, date '2015-04-01', date '2018-12-20', false,
            'HourlyRate of a shift that was worked is null', 'rejected: worked_shift_has_a_price'),
        (14, 'cost that is not hours times rate', 60, date '2015-04-01', date '2018-12-20', false,
            'Cost is 10 pounds too high', 'rejected: cost_is_hours_times_rate'),
        (15, 'sentinel shift date', 40, date '2015-04-01', date '2018-12-20', false,
            'ShiftDate is 1800-01-01, which means none', 'rejected: ShiftDate required'),
        (16, 'untidy code', 60, date '2015-04-01', date '2018-12-20', false,
            'ProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

-- Shifts that were worked are counted in their turn, so that a span of days is a span of these counts.
span as (
    select
        k.kind_no,
        k.fault,
        k.in_december,
        k.what,
        k.expected,
        greatest(2, cast(round(k.rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint)) as row_count,
        min(c.filled_before) as first_nth,
        max(c.filled_before + c.shifts) - min(c.filled_before) as shifts
    from kind as k
    inner join building.shift_cell as c
        on c.kind_no < 3
        and c.day between k.from_day and k.to_day
    group by k.kind_no, k.fault, k.in_december, k.what, k.expected, k.rows_at_scale_1
),

-- One shift from each of as many equal parts of the span as there are rows: no shift is taken twice.
taken as (
    select
        s.kind_no,
        s.fault,
        s.in_december,
        s.what,
        s.expected,
        s.kind_no * 1000000 + n.nth as fault_key,
        s.first_nth
        + cast(floor((n.nth + building.draw('shift fault', s.kind_no * 1000000 + n.nth)) * s.shifts / s.row_count) as bigint) as nth
    from span as s
    inner join range(1000000) as n (nth) on n.nth < s.row_count
),

numbered as (
    select
        t.*,
        c.shifts_before + 1 + t.nth - c.filled_before as made_from_id
    from taken as t
    asof join (select filled_before, shifts_before from building.shift_cell where kind_no < 3) as c
        on c.filled_before <= t.nth
)

select
    n.kind_no,
    n.fault,
    n.what,
    n.expected,
    n.made_from_id,
    -- Faults that need a row of their own get it behind all others, so that the rest of the sample stays as it is.
    case
        when n.fault in ('exact duplicate', 'newer version beside the older') then n.made_from_id
        else (select max(c.shifts_before + c.shifts) from building.shift_cell as c)
            + row_number() over (partition by n.fault in ('exact duplicate', 'newer version beside the older') order by n.fault_key)
    end as shift_id,
    s.RecordedAt as first_recorded_at,
    case
        when n.in_december
            then timestamp '2018-12-04 00:00:00' + to_seconds(building.choice('shift fault at', n.fault_key, 27 * 86400))
        else s.RecordedAt + to_seconds(2 * 86400 + building.choice('shift fault at', n.fault_key, 28 * 86400))
    end as later_at
from numbered as n
inner join history.AgencyShift as s on s.ShiftId = n.made_from_id;

-- What was recorded at first and, for a changed row, what replaced it.
insert into history.AgencyShift (
    ShiftId, ProviderCode, StaffGroup, PayBand, ShiftDate, IsNight, Hours, ShiftKind, HourlyRate, CapRate, Cost, IsCapOverride,
    IsOnFramework, SupplierCode, ModifiedAt, RecordedAt, SupersededAt
)
with state as (
    select
        f.fault,
        f.made_from_id,
        f.shift_id,
        v.is_later,
        case when v.is_later then f.later_at else f.first_recorded_at end as recorded_at,
        case when f.fault = 'deleted row' or f.fault = 'changed row' and not v.is_later then f.later_at end as superseded_at
    from building.shift_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault = 'changed row'
        or v.is_later = (f.fault in ('late row', 'newer version beside the older'))
),

spoilt as (
    select
        t.fault,
        t.shift_id,
        t.recorded_at,
        t.superseded_at,
        s.* exclude (ShiftId, Hours, HourlyRate, ModifiedAt, RecordedAt, SupersededAt),
        case t.fault when 'negative hours' then -s.Hours else s.Hours end as hours,
        case
            when t.fault in ('changed row', 'newer version beside the older') and t.is_later
                then cast(s.HourlyRate + 0.50 as decimal(8, 2))
            else s.HourlyRate
        end as hourly_rate
    from state as t
    inner join history.AgencyShift as s on s.ShiftId = t.made_from_id
)

select
    shift_id,
    case fault when 'bad provider code' then 'ZZZ' when 'untidy code' then lower(ProviderCode) || ' ' else ProviderCode end,
    case fault when 'unknown staff group' then 'LOC' else StaffGroup end,
    PayBand,
    case fault when 'sentinel shift date' then timestamp '1800-01-01 00:00:00' else ShiftDate end,
    IsNight,
    hours,
    case fault when 'bad shift kind' then 'OVERTIME' when 'missing shift kind' then null else ShiftKind end,
    case fault when 'missing rate' then null else hourly_rate end,
    CapRate,
    cast(round(hours * hourly_rate, 2) + case fault when 'cost that is not hours times rate' then 10 else 0 end as decimal(10, 2)),
    IsCapOverride,
    IsOnFramework,
    SupplierCode,
    recorded_at,
    recorded_at,
    superseded_at
from spoilt
order by shift_id, recorded_at;

insert into sample.PlantedFault
select
    fault,
    'agency_shift',
    shift_id,
    case
        when fault in ('late row', 'newer version beside the older', 'changed row', 'deleted row') then later_at
        else first_recorded_at
    end,
    what,
    expected
from building.shift_fault
order by kind_no, shift_id;
