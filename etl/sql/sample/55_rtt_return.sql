-- building.rtt_counted: one row per part of the return, month, trust, commissioner, heading and week of wait (null for new periods),
-- from April 2015 to October 2018: November is published in January. Who has waited 1 to 7 days stands in 'Gt 00 To 01 Weeks', 8 to
-- 14 in the next, and so on: 126 days are still within 18 weeks. On validation trusts leave one pathway in 400 out, another each month.
-- Completed pathways and those with a decision to admit are kept from October 2017 (month 30) on: before that they would only be bulk.
create table building.rtt_counted as
with month_end as (
    select
        month_no,
        max(day_no) as day_no
    from building.rtt_day
    where month_no >= 0
    group by month_no
),

open as (
    select
        pathway_id,
        provider_no,
        commissioner_no,
        least(function_no, 19) as heading_no,
        start_day,
        decision_day,
        unnest(range(greatest(start_month, 0), least(coalesce(stop_month, 43), 43))) as month_no
    from building.rtt_pathway
),

waiting as (
    select
        o.month_no,
        o.provider_no,
        o.commissioner_no,
        o.heading_no,
        least(greatest((m.day_no - o.start_day + 6) // 7 - 1, 0), 52) as week,
        coalesce(o.decision_day <= m.day_no, false) as is_decided
    from open as o
    inner join month_end as m on m.month_no = o.month_no
    where o.pathway_id % 400 <> o.month_no
),

incomplete as (
    select
        month_no,
        provider_no,
        commissioner_no,
        heading_no,
        week,
        count(*) as pathways,
        count(*) filter (where is_decided) as decided_pathways
    from waiting
    group by month_no, provider_no, commissioner_no, heading_no, week
),

completed as (
    select
        stop_month as month_no,
        provider_no,
        commissioner_no,
        least(function_no, 19) as heading_no,
        is_admitted,
        least(greatest((stop_day - start_day + 6) // 7 - 1, 0), 52) as week,
        count(*) as pathways
    from building.rtt_pathway
    where stop_month between 30 and 42
        and pathway_id % 400 <> stop_month
    group by 1, 2, 3, 4, 5, 6
)

select 'Part_1A' as part, month_no, provider_no, commissioner_no, heading_no, week, pathways from completed where is_admitted
union all
select 'Part_1B', month_no, provider_no, commissioner_no, heading_no, week, pathways from completed where not is_admitted
union all
select 'Part_2', month_no, provider_no, commissioner_no, heading_no, week, pathways from incomplete
union all
select 'Part_2A', month_no, provider_no, commissioner_no, heading_no, week, decided_pathways from incomplete where month_no >= 30 and decided_pathways > 0
union all
select 'Part_3', start_month, provider_no, commissioner_no, least(function_no, 19), null, count(*)
from building.rtt_pathway
where start_month between 0 and 42
group by 2, 3, 4, 5;
