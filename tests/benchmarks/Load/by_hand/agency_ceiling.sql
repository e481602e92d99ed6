-- Agency ceilings: one row per provider and month, the last file that names it counting, and the measure. The variable agency_ceiling
-- holds the files of the feed's batches in their order.
create table fact_agency_ceiling as
with landed as (
    select
        upper(trim(provider_code)) as provider_code,
        try_cast(month_date as date) as month_date,
        try_cast(ceiling_gbp as decimal(14, 2)) as ceiling_gbp,
        filename,
        file_row_number
    from read_parquet(getvariable('agency_ceiling'), filename = true)
),

kept as (
    select provider_code, month_date, ceiling_gbp
    from landed
    where regexp_full_match(provider_code, '[0-9A-Z]{3,6}')
      and month_date >= date '2015-04-01'
      and ceiling_gbp >= 0
    qualify row_number() over (partition by provider_code, month_date order by filename desc, file_row_number desc) = 1
)

select
    o.organisation_key as provider_key,
    cast(date_trunc('month', k.month_date) as date) as month_date,
    k.ceiling_gbp
from kept as k
left join dim_organisation as o on o.ods_code = k.provider_code;

select case when count(*) > 0 then error('a ceiling stands twice') end
from (select 1 from fact_agency_ceiling group by provider_key, month_date having count(*) > 1);
select case when count(*) > 0 then error('a ceiling without its provider') end from fact_agency_ceiling where provider_key is null;

insert into measure_value (month_date, basis, organisation_key, measure, value)
select month_date, 'provider', provider_key, 'agency_ceiling', sum(ceiling_gbp) from fact_agency_ceiling group by all;
