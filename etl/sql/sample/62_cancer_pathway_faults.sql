-- sample.PlantedFault: one row more per fault planted among the cancer pathways, in the words that it is made with.
create table if not exists sample.PlantedFault (
    Fault varchar,
    Feed varchar,
    RowKey bigint,
    PlantedAt timestamp,
    What varchar,
    Expected varchar
);

-- building.cancer_ended: one row per second pathway that had ended by November 2018: numbered within its end, ruled out or treated, in
-- order of referral.
create table building.cancer_ended as
select
    PathwayId as pathway_id,
    TreatedDate is not null as is_treated,
    ReferredDate as referred_date,
    row_number() over (partition by TreatedDate is not null order by PathwayId) - 1 as nth
from history.CancerPathway
where SupersededAt is null
  and PathwayId % 2 = 0
  and RecordedAt < timestamp '2018-12-01 00:00:00'
  and FirstSeenProviderCode <> 'RN7'
  and (TreatedDate is not null or Outcome = 'N');

-- building.cancer_fault: one row per planted fault: the pathway it is made from, its own number, and when what happens to it later
-- happens. Each kind has a fixed number of rows at scale 1, and never fewer than two.
create table building.cancer_fault as
with kind (kind_no, fault, is_treated, rows_at_scale_1, from_day, to_day, in_december, what, expected) as (
    values
        (1, 'exact duplicate', false, 60, date '2015-06-01', date '2017-03-31', false,
            'the same row twice', 'kept once'),
        (2, 'newer version beside the older', false, 60, date '2017-04-01', date '2018-08-31', false,
            'the same key twice, neither superseded; in the newer the patient was told a day later', 'latest version kept'),
        (3, 'late row', false, 60, date '2018-06-01', date '2018-09-15', true,
            'recorded weeks after the pathway ended', 'kept'),
        (4, 'changed row', false, 60, date '2015-06-01', date '2018-05-31', false,
            'superseded days later; in the corrected row the patient was told a day later', 'latest version kept'),
        (5, 'changed row', true, 40, date '2018-04-01', date '2018-08-15', true,
            'superseded in December 2018; in the corrected row the patient was told a day later', 'latest version kept'),
        (6, 'deleted row', false, 40, date '2015-06-01', date '2018-05-31', false,
            'deleted days later, without a trace in the source', 'absent'),
        (7, 'deleted row', true, 30, date '2018-04-01', date '2018-08-15', true,
            'deleted in December 2018, without a trace in the source', 'absent'),
        (8, 'bad provider code', false, 30, date '2015-06-01', date '2018-08-31', false,
            'FirstSeenProviderCode is ZZZ', 'rejected: FirstSeenProviderCode allowed'),
        (9, 'bad referral route', false, 30, date '2015-06-01', date '2018-08-31', false,
            'ReferralRoute is FAX', 'rejected: ReferralRoute allowed'),
        (10, 'bad commissioner code', false, 30, date '2015-06-01', date '2018-08-31', false,
            'CommissionerCode is SE-LDN, no code of any commissioner', 'kept'),
        (11, 'bad tumour group', true, 30, date '2015-06-01', date '2018-06-30', false,
            'TumourGroup is NECK OF WOODS, no group of the return', 'kept'),
        (12, 'missing referral date', false, 30, date '2015-06-01', date '2018-08-31', false,
            'ReferredDate is null', 'rejected: ReferredDate required'),
        (13, 'missing referral route', false, 30, date '2015-06-01', date '2018-08-31', false,
            'ReferralRoute is null', 'rejected: ReferralRoute required'),
        (14, 'first seen before referral', false, 30, date '2015-06-01', date '2018-08-31', false,
            'FirstSeenDate is before ReferredDate', 'rejected: first_seen_after_referral'),
        (15, 'treated before decision', true, 30, date '2015-06-01', date '2018-06-30', false,
            'TreatedDate is before DecidedToTreatDate', 'rejected: treated_after_decision'),
        (16, 'sentinel referral date', false, 20, date '2015-06-01', date '2018-08-31', false,
            'ReferredDate is 1800-01-01, which means none', 'rejected: ReferredDate required'),
        (17, 'sentinel treatment date', true, 20, date '2015-06-01', date '2018-06-30', false,
            'TreatedDate is 1800-01-01, which means none', 'kept'),
        (18, 'sentinel birth date', false, 30, date '2015-06-01', date '2018-08-31', false,
            'BirthDate is 1801-01-01, which means invalid', 'kept'),
        (19, 'untidy code', false, 30, date '2015-06-01', date '2018-08-31', false,
            'FirstSeenProviderCode is in lower case with a space behind it', 'kept, code trimmed and upper-cased')
),

-- Pathways are numbered in the months of their referral, so that a span of days is nearly a span of numbers.
span as (
    select
        k.kind_no,
        k.fault,
        k.is_treated,
        k.in_december,
        k.what,
        k.expected,
        greatest(2, cast(round(k.rows_at_scale_1 * cast(getvariable('scale') as double)) as bigint)) as row_count,
        min(e.nth) as first_nth,
        count(*) as pathways
    from kind as k
    inner join building.cancer_ended as e
        on e.is_treated = k.is_treated
        and e.referred_date between k.from_day and k.to_day
    group by k.kind_no, k.fault, k.is_treated, k.in_december, k.what, k.expected, k.rows_at_scale_1
),

-- One pathway from each of as many equal parts of the span as there are rows: no pathway is taken twice for one fault.
taken as (
    select
        s.kind_no,
        s.fault,
        s.is_treated,
        s.in_december,
        s.what,
        s.expected,
        s.kind_no * 1000000 + n.nth as fault_key,
        s.first_nth + cast(floor(
            (n.nth + building.draw('cancer fault', s.kind_no * 1000000 + n.nth)) * s.pathways / s.row_count
        ) as bigint) as made_from_nth
    from span as s
    inner join range(1000) as n (nth) on n.nth < s.row_count
),

made_from as (
    select
        t.*,
        a.PathwayId as made_from_id,
        a.RecordedAt as first_recorded_at
    from taken as t
    inner join building.cancer_ended as e on e.is_treated = t.is_treated and e.nth = t.made_from_nth
    inner join history.CancerPathway as a on a.PathwayId = e.pathway_id and a.SupersededAt is null
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
        else (select max(m.pathways_before + m.pathway_count) from building.cancer_month as m)
            + row_number() over (partition by fault in ('exact duplicate', 'newer version beside the older') order by fault_key)
    end as pathway_id,
    first_recorded_at,
    case
        when in_december
            then timestamp '2018-12-04 00:00:00' + to_seconds(building.choice('cancer fault at', fault_key, 27 * 86400))
        else first_recorded_at + to_seconds(2 * 86400 + building.choice('cancer fault at', fault_key, 10 * 86400))
    end as later_at
from made_from;

-- What was recorded at first and, for a changed row, what replaced it.
insert into history.CancerPathway (
    PathwayId, ReferralRoute, SuspectedTumourGroup, ReferredDate, FirstSeenDate, FirstSeenProviderCode, TransferDate, ToldDate,
    DecidedToTreatDate, TreatedDate, TreatingProviderCode, TumourGroup, TreatmentModality, Outcome, CommissionerCode, Sex, BirthDate,
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
    from building.cancer_fault as f
    inner join (values (false), (true)) as v (is_later)
        on f.fault = 'changed row'
        or v.is_later = (f.fault in ('late row', 'newer version beside the older'))
)

select
    s.pathway_id,
    case s.fault
        when 'bad referral route' then 'FAX'
        when 'missing referral route' then null
        else a.ReferralRoute
    end,
    a.SuspectedTumourGroup,
    case s.fault
        when 'missing referral date' then null
        when 'sentinel referral date' then date '1800-01-01'
        else a.ReferredDate
    end,
    case s.fault
        when 'first seen before referral' then a.ReferredDate - cast(1 + building.choice('cancer too early', s.pathway_id, 20) as integer)
        else a.FirstSeenDate
    end,
    case s.fault
        when 'bad provider code' then 'ZZZ'
        when 'untidy code' then lower(a.FirstSeenProviderCode) || ' '
        else a.FirstSeenProviderCode
    end,
    a.TransferDate,
    case
        when s.fault in ('changed row', 'newer version beside the older') and s.is_later then a.ToldDate + 1
        else a.ToldDate
    end,
    a.DecidedToTreatDate,
    case s.fault
        when 'treated before decision'
            then a.DecidedToTreatDate - cast(1 + building.choice('cancer too early', s.pathway_id, 20) as integer)
        when 'sentinel treatment date' then date '1800-01-01'
        else a.TreatedDate
    end,
    a.TreatingProviderCode,
    case s.fault when 'bad tumour group' then 'NECK OF WOODS' else a.TumourGroup end,
    a.TreatmentModality,
    a.Outcome,
    case s.fault when 'bad commissioner code' then 'SE-LDN' else a.CommissionerCode end,
    a.Sex,
    case s.fault when 'sentinel birth date' then date '1801-01-01' else a.BirthDate end,
    s.recorded_at,
    s.recorded_at,
    s.superseded_at
from state as s
-- The rows there are now, before any is inserted: a pathway that is doubled here stands once among them.
inner join history.CancerPathway as a on a.PathwayId = s.made_from_id and a.SupersededAt is null
order by s.pathway_id, s.recorded_at;

insert into sample.PlantedFault
select
    fault,
    'cancer_pathway',
    pathway_id,
    case
        when fault in ('late row', 'newer version beside the older', 'changed row', 'deleted row') then later_at
        else first_recorded_at
    end,
    what,
    expected
from building.cancer_fault
order by kind_no, pathway_id;
