-- sample.RttReturn and four views of it, one per financial year: the full extract of the RTT return as NHS England laid it out until
-- March 2021: a row per provider, commissioner, part and treatment function, a column per week of wait, and rows C_999 with the totals.
-- Names are padded, parts without figures of a kind have blanks, Part_2A stands within Part_2: all as published.
create table sample.RttReturn as
with line as (
    select
        part,
        month_no,
        provider_no,
        commissioner_no,
        heading_no,
        -- Weeks without pathways are printed as 0 where the part has bands.
        case when part <> 'Part_3' then 0 end as none,
        cast(sum(pathways) as integer) as pathways,
        map_from_entries(list(row(week, cast(pathways as integer))) filter (where week is not null)) as by_week
    from building.rtt_counted
    group by part, month_no, provider_no, commissioner_no, heading_no
),

-- 99 is C_999, the total of all treatment functions.
total_week as (
    select
        part,
        month_no,
        provider_no,
        commissioner_no,
        week,
        cast(sum(pathways) as integer) as pathways
    from building.rtt_counted
    group by part, month_no, provider_no, commissioner_no, week
),

total_line as (
    select
        part,
        month_no,
        provider_no,
        commissioner_no,
        99 as heading_no,
        case when part <> 'Part_3' then 0 end as none,
        cast(sum(pathways) as integer) as pathways,
        map_from_entries(list(row(week, pathways)) filter (where week is not null)) as by_week
    from total_week
    group by part, month_no, provider_no, commissioner_no
),

printed as (
    select part, month_no, provider_no, commissioner_no, heading_no, none, pathways, by_week from line
    union all
    select part, month_no, provider_no, commissioner_no, heading_no, none, pathways, by_week from total_line
)

select
    'RTT-' || strftime(date '2015-04-01' + to_months(b.month_no), '%B-%Y') as "Period",
    'Q71' as "Provider Parent Org Code",
    'NHS ENGLAND LONDON                ' as "Provider Parent Name",
    p.provider_code as "Provider Org Code",
    p.provider_name as "Provider Org Name",
    c.parent_code as "Commissioner Parent Org Code",
    c.parent_name as "Commissioner Parent Name",
    c.commissioner_code as "Commissioner Org Code",
    c.commissioner_name as "Commissioner Org Name",
    b.part as "RTT Part Type",
    case b.part
        when 'Part_1A' then 'Completed Pathways For Admitted Patients'
        when 'Part_1B' then 'Completed Pathways For Non-Admitted Patients'
        when 'Part_2' then 'Incomplete Pathways'
        when 'Part_2A' then 'Incomplete Pathways with DTA'
        else 'New RTT Periods - All Patients'
    end as "RTT Part Description",
    case b.heading_no when 99 then 'C_999' when 19 then 'X01' else 'C_' || f.heading_code end as "Treatment Function Code",
    case b.heading_no when 99 then 'Total' else f.heading_name end as "Treatment Function Name",
    coalesce(b.by_week[0], b.none) as "Gt 00 To 01 Weeks SUM 1",
    coalesce(b.by_week[1], b.none) as "Gt 01 To 02 Weeks SUM 1",
    coalesce(b.by_week[2], b.none) as "Gt 02 To 03 Weeks SUM 1",
    coalesce(b.by_week[3], b.none) as "Gt 03 To 04 Weeks SUM 1",
    coalesce(b.by_week[4], b.none) as "Gt 04 To 05 Weeks SUM 1",
    coalesce(b.by_week[5], b.none) as "Gt 05 To 06 Weeks SUM 1",
    coalesce(b.by_week[6], b.none) as "Gt 06 To 07 Weeks SUM 1",
    coalesce(b.by_week[7], b.none) as "Gt 07 To 08 Weeks SUM 1",
    coalesce(b.by_week[8], b.none) as "Gt 08 To 09 Weeks SUM 1",
    coalesce(b.by_week[9], b.none) as "Gt 09 To 10 Weeks SUM 1",
    coalesce(b.by_week[10], b.none) as "Gt 10 To 11 Weeks SUM 1",
    coalesce(b.by_week[11], b.none) as "Gt 11 To 12 Weeks SUM 1",
    coalesce(b.by_week[12], b.none) as "Gt 12 To 13 Weeks SUM 1",
    coalesce(b.by_week[13], b.none) as "Gt 13 To 14 Weeks SUM 1",
    coalesce(b.by_week[14], b.none) as "Gt 14 To 15 Weeks SUM 1",
    coalesce(b.by_week[15], b.none) as "Gt 15 To 16 Weeks SUM 1",
    coalesce(b.by_week[16], b.none) as "Gt 16 To 17 Weeks SUM 1",
    coalesce(b.by_week[17], b.none) as "Gt 17 To 18 Weeks SUM 1",
    coalesce(b.by_week[18], b.none) as "Gt 18 To 19 Weeks SUM 1",
    coalesce(b.by_week[19], b.none) as "Gt 19 To 20 Weeks SUM 1",
    coalesce(b.by_week[20], b.none) as "Gt 20 To 21 Weeks SUM 1",
    coalesce(b.by_week[21], b.none) as "Gt 21 To 22 Weeks SUM 1",
    coalesce(b.by_week[22], b.none) as "Gt 22 To 23 Weeks SUM 1",
    coalesce(b.by_week[23], b.none) as "Gt 23 To 24 Weeks SUM 1",
    coalesce(b.by_week[24], b.none) as "Gt 24 To 25 Weeks SUM 1",
    coalesce(b.by_week[25], b.none) as "Gt 25 To 26 Weeks SUM 1",
    coalesce(b.by_week[26], b.none) as "Gt 26 To 27 Weeks SUM 1",
    coalesce(b.by_week[27], b.none) as "Gt 27 To 28 Weeks SUM 1",
    coalesce(b.by_week[28], b.none) as "Gt 28 To 29 Weeks SUM 1",
    coalesce(b.by_week[29], b.none) as "Gt 29 To 30 Weeks SUM 1",
    coalesce(b.by_week[30], b.none) as "Gt 30 To 31 Weeks SUM 1",
    coalesce(b.by_week[31], b.none) as "Gt 31 To 32 Weeks SUM 1",
    coalesce(b.by_week[32], b.none) as "Gt 32 To 33 Weeks SUM 1",
    coalesce(b.by_week[33], b.none) as "Gt 33 To 34 Weeks SUM 1",
    coalesce(b.by_week[34], b.none) as "Gt 34 To 35 Weeks SUM 1",
    coalesce(b.by_week[35], b.none) as "Gt 35 To 36 Weeks SUM 1",
    coalesce(b.by_week[36], b.none) as "Gt 36 To 37 Weeks SUM 1",
    coalesce(b.by_week[37], b.none) as "Gt 37 To 38 Weeks SUM 1",
    coalesce(b.by_week[38], b.none) as "Gt 38 To 39 Weeks SUM 1",
    coalesce(b.by_week[39], b.none) as "Gt 39 To 40 Weeks SUM 1",
    coalesce(b.by_week[40], b.none) as "Gt 40 To 41 Weeks SUM 1",
    coalesce(b.by_week[41], b.none) as "Gt 41 To 42 Weeks SUM 1",
    coalesce(b.by_week[42], b.none) as "Gt 42 To 43 Weeks SUM 1",
    coalesce(b.by_week[43], b.none) as "Gt 43 To 44 Weeks SUM 1",
    coalesce(b.by_week[44], b.none) as "Gt 44 To 45 Weeks SUM 1",
    coalesce(b.by_week[45], b.none) as "Gt 45 To 46 Weeks SUM 1",
    coalesce(b.by_week[46], b.none) as "Gt 46 To 47 Weeks SUM 1",
    coalesce(b.by_week[47], b.none) as "Gt 47 To 48 Weeks SUM 1",
    coalesce(b.by_week[48], b.none) as "Gt 48 To 49 Weeks SUM 1",
    coalesce(b.by_week[49], b.none) as "Gt 49 To 50 Weeks SUM 1",
    coalesce(b.by_week[50], b.none) as "Gt 50 To 51 Weeks SUM 1",
    coalesce(b.by_week[51], b.none) as "Gt 51 To 52 Weeks SUM 1",
    coalesce(b.by_week[52], b.none) as "Gt 52 Weeks SUM 1",
    case when b.part in ('Part_1A', 'Part_1B') then b.pathways end as "Total",
    case when b.part in ('Part_1A', 'Part_1B') then 0 end as "Patients with unknown clock start date",
    b.pathways as "Total All"
from printed as b
inner join building.rtt_provider as p on p.provider_no = b.provider_no
inner join building.rtt_commissioner as c on c.commissioner_no = b.commissioner_no
left join building.rtt_function as f on f.function_no = b.heading_no;

create view sample.RttReturn2015_16 as
select *
from sample.RttReturn
where "Period" in (
        'RTT-April-2015', 'RTT-May-2015', 'RTT-June-2015', 'RTT-July-2015',
        'RTT-August-2015', 'RTT-September-2015', 'RTT-October-2015', 'RTT-November-2015',
        'RTT-December-2015', 'RTT-January-2016', 'RTT-February-2016', 'RTT-March-2016'
    );

create view sample.RttReturn2016_17 as
select *
from sample.RttReturn
where "Period" in (
        'RTT-April-2016', 'RTT-May-2016', 'RTT-June-2016', 'RTT-July-2016',
        'RTT-August-2016', 'RTT-September-2016', 'RTT-October-2016', 'RTT-November-2016',
        'RTT-December-2016', 'RTT-January-2017', 'RTT-February-2017', 'RTT-March-2017'
    );

create view sample.RttReturn2017_18 as
select *
from sample.RttReturn
where "Period" in (
        'RTT-April-2017', 'RTT-May-2017', 'RTT-June-2017', 'RTT-July-2017',
        'RTT-August-2017', 'RTT-September-2017', 'RTT-October-2017', 'RTT-November-2017',
        'RTT-December-2017', 'RTT-January-2018', 'RTT-February-2018', 'RTT-March-2018'
    );

create view sample.RttReturn2018_19 as
select *
from sample.RttReturn
where "Period" in (
        'RTT-April-2018', 'RTT-May-2018', 'RTT-June-2018', 'RTT-July-2018',
        'RTT-August-2018', 'RTT-September-2018', 'RTT-October-2018'
    );

create table if not exists sample.DropFile (
    Feed varchar,
    FileName varchar,
    TableName varchar
);

insert into sample.DropFile values
    ('rtt_return', 'rtt_full_extract_2015_16.csv', 'sample.RttReturn2015_16'),
    ('rtt_return', 'rtt_full_extract_2016_17.csv', 'sample.RttReturn2016_17'),
    ('rtt_return', 'rtt_full_extract_2017_18.csv', 'sample.RttReturn2017_18'),
    ('rtt_return', 'rtt_full_extract_2018_19.csv', 'sample.RttReturn2018_19');
