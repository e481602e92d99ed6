-- building.hour: one row per hour that passes in London from 1 April 2015 to 31 December 2018: the hour skipped in March
-- has no row, the hour repeated in October has two. Minutes count from 1 January 1970 on the London clock.
create table building.hour as
with passing as (
    select
        utc_at,
        utc_at at time zone 'UTC' at time zone 'Europe/London' as starts_at
    from range(timestamp '2015-03-31 23:00:00', timestamp '2019-01-01 00:00:00', interval 1 hour) as hours (utc_at)
),

offsets as (
    select
        utc_at,
        starts_at,
        epoch_us(utc_at) // 60000000 as utc_minute,
        (epoch_us(starts_at) - epoch_us(utc_at)) // 60000000 as offset_minutes
    from passing
),

changes as (
    select
        utc_at,
        starts_at,
        utc_minute,
        offset_minutes,
        case when offset_minutes <> lag(offset_minutes) over (order by utc_at) then utc_minute end as change_minute
    from offsets
),

-- A few days of the year that emergency departments know by name, relative to an ordinary day of their month.
named_day (month_of_year, day_of_month, level) as (
    values
        (12, 24, 0.93),
        (12, 25, 0.74),
        (12, 26, 0.94),
        (12, 31, 0.95),
        (1, 1, 1.02)
)

select
    row_number() over (order by c.utc_at) as hour_no,
    c.utc_minute + c.offset_minutes as starts_minute,
    cast(c.starts_at as date) as day,
    cast(date_trunc('month', c.starts_at) as date) as month,
    cast(date_diff('day', date '2015-04-01', cast(c.starts_at as date)) as integer) as day_no,
    cast(extract(hour from c.starts_at) as integer) as hour_of_day,
    cast(extract(isodow from c.starts_at) as integer) as weekday,
    cast(coalesce(n.level, 1) as double) as named_day_level,
    -- The next clock change, as the clock of this hour would show it, and by how much the clock is moved then.
    coalesce(
        min(c.change_minute) over (order by c.utc_at rows between 1 following and unbounded following) + c.offset_minutes,
        9000000000
    ) as change_minute,
    60 - 2 * c.offset_minutes as change_minutes
from changes as c
left join named_day as n
    on n.month_of_year = extract(month from c.starts_at)
    and n.day_of_month = extract(day from c.starts_at)
order by c.utc_at;
