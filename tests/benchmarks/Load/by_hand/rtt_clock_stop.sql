-- RTT clock stops by hand: landed Parquet to fact and measures, with the contract's checks. The variable rtt_clock_stop holds the
-- batches' files.
set variable specialties = [
    '100', '101', '110', '120', '130', '140', '150', '160', '170', '300', '301', '320', '330', '340', '400',
    '410', '430', '502', 'X01', '171', '180', '190', '191', '192', '302', '303', '307', '314', '350', '361',
    '370', '420', '422', '424', '501', '503', '560', '650', '800', '811', 'X02', 'X03', 'X04', 'X05', 'X06'
];

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct upper(trim(CommissionerCode)) as ods_code
    from read_parquet(getvariable('rtt_clock_stop'))
    where regexp_full_match(upper(trim(CommissionerCode)), '[0-9A-Z]{3,6}')
)
where ods_code not in (select ods_code from dim_organisation);

insert into reject
select
    'rtt_clock_stop',
    PathwayId,
    case
        when PathwayId is null then 'PathwayId required'
        when ProviderCode is null then 'ProviderCode required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2') then 'ProviderCode allowed'
        when coalesce(trim(TreatmentFunctionCode), '') = '' then 'TreatmentFunctionCode required'
        when ClockStartDate is null or ClockStartDate in (date '1800-01-01', date '1801-01-01') then 'ClockStartDate required'
        when ClockStartDate < date '2007-01-01' then 'ClockStartDate minimum'
        when ClockStopDate is null or ClockStopDate in (date '1800-01-01', date '1801-01-01') then 'ClockStopDate required'
        when ClockStopDate < ClockStartDate then 'stops_after_start'
        when StopStatus is null then 'StopStatus required'
        when upper(trim(StopStatus)) not in ('30', '31', '32', '33', '34', '35', '36') then 'StopStatus allowed'
        when IsAdmitted is null then 'IsAdmitted required'
        when upper(trim(IsAdmitted)) not in ('Y', 'N') then 'IsAdmitted allowed'
        when ModifiedAt is null then 'ModifiedAt required'
    end as reason
from read_parquet(getvariable('rtt_clock_stop'))
where reason is not null;

create temp table rtt_stop_repeated as
select PathwayId
from read_parquet(getvariable('rtt_clock_stop'))
group by PathwayId
having count(*) > 1;

create table fact_rtt_clock_stop as
with landed as (
    select
        PathwayId,
        upper(trim(ProviderCode)) as ProviderCode,
        upper(trim(CommissionerCode)) as CommissionerCode,
        upper(trim(TreatmentFunctionCode)) as TreatmentFunctionCode,
        ClockStartDate,
        ClockStopDate,
        upper(trim(StopStatus)) as StopStatus,
        upper(trim(IsAdmitted)) as IsAdmitted,
        ModifiedAt,
        file_index,
        file_row_number
    from read_parquet(getvariable('rtt_clock_stop'))
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
      and trim(TreatmentFunctionCode) <> ''
      and ClockStartDate >= date '2007-01-01'
      and ClockStopDate >= ClockStartDate
      and upper(trim(StopStatus)) in ('30', '31', '32', '33', '34', '35', '36')
      and upper(trim(IsAdmitted)) in ('Y', 'N')
      and ModifiedAt is not null
),

kept as (
    select * exclude (file_index, file_row_number)
    from landed
    where PathwayId not in (select PathwayId from rtt_stop_repeated)
    union all
    select * exclude (file_index, file_row_number)
    from landed
    where PathwayId in (select PathwayId from rtt_stop_repeated)
    qualify row_number() over (partition by PathwayId order by ModifiedAt desc, file_index desc, file_row_number desc) = 1
)

select
    k.PathwayId as pathway_id,
    p.organisation_key as provider_key,
    coalesce(c.organisation_key, 0) as commissioner_key,
    cast(coalesce(list_position(getvariable('specialties'), k.TreatmentFunctionCode), 0) as smallint) as specialty_key,
    cast(k.StopStatus as smallint) as stop_status_key,
    k.ClockStartDate as clock_start_date,
    k.ClockStopDate as clock_stop_date,
    cast(k.ClockStopDate - k.ClockStartDate as integer) as waited_days,
    cast(least(greatest((k.ClockStopDate - k.ClockStartDate + 6) // 7 - 1, 0), 52) as smallint) as band,
    k.IsAdmitted = 'Y' as is_admitted,
    k.ClockStopDate - k.ClockStartDate <= 126 as is_within_18_weeks,
    k.ModifiedAt as modified_at
from kept as k
left join dim_organisation as p on p.ods_code = k.ProviderCode
left join dim_organisation as c on c.ods_code = k.CommissionerCode;

-- The grain, and orphans: the script stops where one is found.
select case when count(*) > 0 then error('a clock stops twice') end
from (select 1 from fact_rtt_clock_stop group by pathway_id having count(*) > 1);
select case when count(*) > 0 then error('an orphan') end from fact_rtt_clock_stop where provider_key is null;
select case when count(*) > 0 then error('a clock stops before it starts') end from fact_rtt_clock_stop where clock_stop_date < clock_start_date;

-- Measures, one pass over the fact.
insert into measure_value by name
with counted as (
    select
        cast(date_trunc('month', clock_stop_date) as date) as month_date,
        provider_key,
        commissioner_key,
        count(*) as rtt_clock_stops,
        count(*) filter (where is_admitted) as rtt_completed_admitted_pathways,
        count(*) filter (where is_admitted and is_within_18_weeks) as rtt_completed_admitted_pathways_within_18_weeks,
        count(*) filter (where not is_admitted) as rtt_completed_non_admitted_pathways,
        count(*) filter (where not is_admitted and is_within_18_weeks) as rtt_completed_non_admitted_pathways_within_18_weeks
    from fact_rtt_clock_stop
    group by all
),

by_basis as (
    select 'provider' as basis, provider_key as organisation_key, * exclude (provider_key, commissioner_key) from counted
    union all
    select 'commissioner', commissioner_key, * exclude (provider_key, commissioner_key) from counted
),

added as (
    select month_date, basis, organisation_key, sum(columns('^rtt_'))
    from by_basis
    group by month_date, basis, organisation_key
)

select month_date, basis, organisation_key, measure, value
from (unpivot added on columns('^rtt_') into name measure value value);
