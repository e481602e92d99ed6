-- The published RTT return by hand: landed Parquet to fact, with the contract's checks, and the measures of incomplete pathways, which come
-- from the censuses where there are any and from the return before. The variable rtt_return holds the batches' files.
set variable specialties = [
    '100', '101', '110', '120', '130', '140', '150', '160', '170', '300', '301', '320', '330', '340', '400',
    '410', '430', '502', 'X01', '171', '180', '190', '191', '192', '302', '303', '307', '314', '350', '361',
    '370', '420', '422', '424', '501', '503', '560', '650', '800', '811', 'X02', 'X03', 'X04', 'X05', 'X06'
];

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct upper(trim(provider_code)) as ods_code
    from read_parquet(getvariable('rtt_return'))
    union
    select distinct upper(trim(commissioner_code))
    from read_parquet(getvariable('rtt_return'))
)
where ods_code not in (select ods_code from dim_organisation)
  and regexp_full_match(ods_code, '[0-9A-Z]{3,6}');

create temp table rtt_return_checked as
select
    try_cast(period_date as date) as period_date,
    upper(trim(provider_code)) as provider_code,
    upper(trim(commissioner_code)) as commissioner_code,
    upper(trim(part)) as part,
    upper(trim(treatment_function_code)) as treatment_function_code,
    band,
    pathways,
    file_index,
    file_row_number,
    case
        when try_cast(period_date as date) is null then 'period_date type'
        when not regexp_full_match(upper(trim(provider_code)), '[0-9A-Z]{3,6}') then 'provider_code pattern'
        when not regexp_full_match(upper(trim(commissioner_code)), '[0-9A-Z]{3,6}') then 'commissioner_code pattern'
        when upper(trim(part)) not in ('PART_1A', 'PART_1B', 'PART_2', 'PART_2A', 'PART_3') then 'part allowed'
        when coalesce(trim(treatment_function_code), '') = '' then 'treatment_function_code required'
        when band is null or band not between -1 and 52 then 'band'
        when pathways is null or pathways < 0 then 'pathways'
    end as reason
from read_parquet(getvariable('rtt_return'));

insert into reject
select 'rtt_return', concat_ws(' ', period_date, provider_code, commissioner_code, part, treatment_function_code, band), reason
from rtt_return_checked
where reason is not null;

create table fact_rtt_return as
with coded as (
    -- Of what several files say about one figure the last file holds.
    select
        p.organisation_key as provider_key,
        c.organisation_key as commissioner_key,
        cast(date_trunc('month', r.period_date) as date) as month_date,
        cast(list_position(['PART_1A', 'PART_1B', 'PART_2', 'PART_2A', 'PART_3'], r.part) as smallint) as part_key,
        r.treatment_function_code,
        cast(r.band as smallint) as band,
        arg_max(r.pathways, (r.file_index, r.file_row_number)) as pathways
    from rtt_return_checked as r
    left join dim_organisation as p on p.ods_code = r.provider_code
    left join dim_organisation as c on c.ods_code = r.commissioner_code
    where r.reason is null
    group by all
)

select
    r.provider_key,
    r.commissioner_key,
    r.month_date,
    r.part_key,
    cast(coalesce(list_position(getvariable('specialties'), r.treatment_function_code), 0) as smallint) as specialty_key,
    r.band,
    cast(sum(r.pathways) as integer) as pathways
from coded as r
group by all;

-- Orphans: the script stops where one is found. The grain is that of the grouping above.
select case when count(*) > 0 then error('an orphan') end
from fact_rtt_return
where provider_key is null or commissioner_key is null or part_key is null;

create temp table rtt_incomplete as
with census as (
    select cast(date_trunc('month', census_date) as date) as month_date, provider_key, commissioner_key, specialty_key, band, count(*) as pathways
    from fact_rtt_open_pathway
    group by all
),

returned as (
    select r.month_date, r.provider_key, r.commissioner_key, r.specialty_key, r.band, r.pathways
    from fact_rtt_return as r
    anti join census as c on c.month_date = r.month_date and c.provider_key = r.provider_key
    where r.part_key = 3 and r.band >= 0
),

counted as (
    select * from census
    union all
    select * from returned
)

select month_date, 'provider' as basis, provider_key as organisation_key, band, specialty_key = 3 as is_orthopaedic, sum(pathways) as pathways
from counted
group by all
union all
select month_date, 'commissioner', commissioner_key, band, specialty_key = 3, sum(pathways)
from counted
group by all;

insert into measure_value by name
select month_date, basis, organisation_key, 'rtt_incomplete_pathways_by_week' as measure, band, sum(pathways) as value
from rtt_incomplete
group by all;

insert into measure_value by name
with added as (
    select
        month_date,
        basis,
        organisation_key,
        sum(pathways) as rtt_incomplete_pathways,
        sum(case when band < 18 then pathways else 0 end) as rtt_incomplete_pathways_within_18_weeks,
        sum(case when band >= 52 then pathways else 0 end) as rtt_incomplete_pathways_over_52_weeks,
        sum(pathways) filter (where is_orthopaedic) as rtt_incomplete_orthopaedic_pathways,
        sum(case when band < 18 then pathways else 0 end) filter (where is_orthopaedic) as rtt_incomplete_orthopaedic_pathways_within_18_weeks
    from rtt_incomplete
    group by all
),

returned as (
    select month_date, 'provider' as basis, provider_key as organisation_key, band, pathways from fact_rtt_return where part_key = 3 and band >= 0
    union all
    select month_date, 'commissioner', commissioner_key, band, pathways from fact_rtt_return where part_key = 3 and band >= 0
),

added_returned as (
    select
        month_date,
        basis,
        organisation_key,
        sum(pathways) as rtt_return_incomplete_pathways,
        sum(case when band < 18 then pathways else 0 end) as rtt_return_incomplete_pathways_within_18_weeks
    from returned
    group by all
)

select month_date, basis, organisation_key, measure, value
from (unpivot added on columns('^rtt_') into name measure value value)
union all
select month_date, basis, organisation_key, measure, value
from (unpivot added_returned on columns('^rtt_') into name measure value value);
