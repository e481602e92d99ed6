-- building.rtt_start: one row per trust, treatment function and day on which clocks start there: how many do, the numbers they get, and
-- how their waits compare with the average.
create table building.rtt_start as
with expected as (
    select
        d.provider_no,
        f.function_no,
        d.day_no,
        d.month_no,
        d.clock_before,
        f.admitted_share,
        p.wait * f.wait * (1 + f.wait_growth * (d.day_no - 669) / 365) as wait,
        -- Of those who started long before April 2015 only waits of the longest quarter can reach it: the others are not made.
        case when d.day_no < 458 then 0.75 else 0 end as least_draw,
        cast(floor(
            d.starts * f.shares[d.provider_no] / (select sum(t.shares[d.provider_no]) from building.rtt_function as t)
            * case when d.day_no < 458 then 0.25 else 1 end
            * cast(getvariable('scale') as double)
            + building.draw('rtt starts', (d.day_no * 3 + d.provider_no) * 100 + f.function_no)
        ) as bigint) as starts
    from building.rtt_day as d
    cross join building.rtt_function as f
    inner join building.rtt_provider as p on p.provider_no = d.provider_no
)

select
    *,
    cast(sum(starts) over (order by day_no, provider_no, function_no) as bigint) - starts as starts_before
from expected
where starts > 0
order by day_no, provider_no, function_no;

-- building.rtt_clock: one row per trust and tenth of a day on its clock: the day that the tenth falls in.
create table building.rtt_clock as
select
    d.provider_no,
    t.tenth,
    d.day_no,
    d.month_no
from building.rtt_day as d
inner join lateral (
    select unnest(range((d.clock_before + 99) // 100, (d.clock_before + d.worked + 99) // 100)) as tenth
) as t on true;

-- building.rtt_pathway: one row per pathway that was open on 1 April 2015 or started since: where, for whom, from when to when, and
-- the day of the decision to admit. Days count from 1 June 2013, months from April 2015; a null is a day after 2018. All three feeds
-- are made from these pathways, so that they tell one story.
create table building.rtt_pathway as
with start as materialized (
    select *
    from building.rtt_start
),

pathway as (
    select
        *,
        starts_before + unnest(range(1, starts + 1)) as pathway_id
    from start
),

drawn as (
    select
        pathway_id,
        provider_no,
        function_no,
        day_no,
        month_no,
        clock_before,
        getvariable('rtt_commissioners')[
            (provider_no - 1) * 100 + 1 + building.choice('rtt commissioner', pathway_id, 100)
        ] as commissioner_no,
        building.draw('rtt admitted', pathway_id) < admitted_share as is_admitted,
        wait * building.rtt_wait(
            building.draw('rtt admitted', pathway_id) < admitted_share,
            least_draw + (1 - least_draw) * building.draw('rtt wait', pathway_id)
        ) as wait
    from pathway
),

timed as (
    select
        *,
        cast(floor((clock_before + 1000 * wait) / 100) as bigint) as stop_tenth,
        -- An admission is decided on in the middle of the wait, after the first appointments.
        case
            when is_admitted
                then cast(floor((clock_before + 1000 * wait * (0.3 + 0.4 * building.draw('rtt decision', pathway_id))) / 100) as bigint)
        end as decision_tenth
    from drawn
)

select
    t.pathway_id,
    t.provider_no,
    t.function_no,
    t.commissioner_no,
    t.is_admitted,
    t.day_no as start_day,
    case when s.day_no is not null then greatest(s.day_no, t.day_no) end as stop_day,
    n.day_no as decision_day,
    t.month_no as start_month,
    s.month_no as stop_month
from timed as t
left join building.rtt_clock as s
    on s.provider_no = t.provider_no
    and s.tenth = t.stop_tenth
left join building.rtt_clock as n
    on n.provider_no = t.provider_no
    and n.tenth = t.decision_tenth
where coalesce(s.day_no, 9999) >= 669;
