-- Open RTT pathways by hand: landed Parquet to fact, with the contract's checks. The variable rtt_open_pathway holds the batches' files.
set variable specialties = [
    '100', '101', '110', '120', '130', '140', '150', '160', '170', '300', '301', '320', '330', '340', '400',
    '410', '430', '502', 'X01', '171', '180', '190', '191', '192', '302', '303', '307', '314', '350', '361',
    '370', '420', '422', '424', '501', '503', '560', '650', '800', '811', 'X02', 'X03', 'X04', 'X05', 'X06'
];

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct upper(trim(CommissionerCode)) as ods_code
    from read_parquet(getvariable('rtt_open_pathway'))
    where regexp_full_match(upper(trim(CommissionerCode)), '[0-9A-Z]{3,6}')
)
where ods_code not in (select ods_code from dim_organisation);

insert into reject
select
    'rtt_open_pathway',
    CensusDate || ' ' || PathwayId,
    case
        when CensusDate is null then 'CensusDate required'
        when CensusDate < date '2015-04-01' then 'CensusDate minimum'
        when PathwayId is null then 'PathwayId required'
        when ProviderCode is null then 'ProviderCode required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2') then 'ProviderCode allowed'
        when coalesce(trim(TreatmentFunctionCode), '') = '' then 'TreatmentFunctionCode required'
        when ClockStartDate is null or ClockStartDate in (date '1800-01-01', date '1801-01-01') then 'ClockStartDate required'
        when ClockStartDate < date '2007-01-01' then 'ClockStartDate minimum'
        when ClockStartDate > CensusDate then 'starts_by_census'
        when HasDecisionToAdmit is null then 'HasDecisionToAdmit required'
        when upper(trim(HasDecisionToAdmit)) not in ('Y', 'N') then 'HasDecisionToAdmit allowed'
        when ModifiedAt is null then 'ModifiedAt required'
    end as reason
from read_parquet(getvariable('rtt_open_pathway'))
where reason is not null;

create temp table rtt_open_repeated as
select CensusDate, PathwayId
from read_parquet(getvariable('rtt_open_pathway'))
group by CensusDate, PathwayId
having count(*) > 1;

create table fact_rtt_open_pathway as
with landed as (
    select
        CensusDate,
        PathwayId,
        upper(trim(ProviderCode)) as ProviderCode,
        upper(trim(CommissionerCode)) as CommissionerCode,
        upper(trim(TreatmentFunctionCode)) as TreatmentFunctionCode,
        ClockStartDate,
        upper(trim(HasDecisionToAdmit)) as HasDecisionToAdmit,
        ModifiedAt,
        file_index,
        file_row_number
    from read_parquet(getvariable('rtt_open_pathway'))
    where CensusDate >= date '2015-04-01'
      and upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
      and trim(TreatmentFunctionCode) <> ''
      and ClockStartDate >= date '2007-01-01'
      and ClockStartDate <= CensusDate
      and upper(trim(HasDecisionToAdmit)) in ('Y', 'N')
      and ModifiedAt is not null
),

kept as (
    select * exclude (file_index, file_row_number)
    from landed
    anti join rtt_open_repeated using (CensusDate, PathwayId)
    union all
    select * exclude (file_index, file_row_number)
    from landed
    semi join rtt_open_repeated using (CensusDate, PathwayId)
    qualify row_number() over (partition by CensusDate, PathwayId order by file_index desc, file_row_number desc) = 1
)

select
    k.CensusDate as census_date,
    k.PathwayId as pathway_id,
    p.organisation_key as provider_key,
    coalesce(c.organisation_key, 0) as commissioner_key,
    cast(coalesce(list_position(getvariable('specialties'), k.TreatmentFunctionCode), 0) as smallint) as specialty_key,
    k.ClockStartDate as clock_start_date,
    cast(k.CensusDate - k.ClockStartDate as integer) as waited_days,
    cast(least(greatest((k.CensusDate - k.ClockStartDate + 6) // 7 - 1, 0), 52) as smallint) as band,
    k.HasDecisionToAdmit = 'Y' as has_decision_to_admit,
    k.ModifiedAt as modified_at
from kept as k
left join dim_organisation as p on p.ods_code = k.ProviderCode
left join dim_organisation as c on c.ods_code = k.CommissionerCode;

-- The grain, and orphans: the script stops where one is found.
select case when count(*) > 0 then error('a pathway stands twice in a census') end
from (select 1 from fact_rtt_open_pathway group by census_date, pathway_id having count(*) > 1);
select case when count(*) > 0 then error('an orphan') end from fact_rtt_open_pathway where provider_key is null;
select case when count(*) > 0 then error('a clock starts after its census') end from fact_rtt_open_pathway where clock_start_date > census_date;
