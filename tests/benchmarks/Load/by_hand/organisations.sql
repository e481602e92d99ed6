-- The same work as hand-written scripts, a file a feed: landed Parquet to star, measures and KPI values, with the checks that a careful
-- analyst would make. A variable named after each feed holds the files of its batches; the table kpi names the KPIs with their measures.
create table dim_organisation (organisation_key integer, ods_code text, organisation_level text);
insert into dim_organisation
select row_number() over (order by ods_code), ods_code, coalesce(organisation_level, 'other')
from (
    select ods_code, any_value(level) as organisation_level
    from read_csv(getvariable('organisations'), all_varchar = true)
    group by ods_code
);

create table reject (feed text, row_key text, reason text);

create table measure_value (month_date date, basis text, organisation_key integer, measure text, band integer, value decimal(18, 4));
