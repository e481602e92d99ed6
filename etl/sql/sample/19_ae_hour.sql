-- building.ae_department: one row per A&E department, with its share of its trust's attendances of that type in the national return.
create table building.ae_department as
select
    cast(d.department_no as bigint) as department_no,
    d.provider_code,
    d.site_code,
    s.site_no,
    d.department_type,
    d.return_type,
    cast(d.share as double) as share,
    d.pattern
from (
    values
        (1, 'RJ1', 'RJ122', '01', '1', 1.00, 'emergency'),
        (2, 'RJ1', 'RJ122', '02', '2', 1.00, 'specialty'),
        (3, 'RJ1', 'RJ121', '03', 'other', 1.00, 'urgent care'),
        (4, 'RJZ', 'RJZ01', '01', '1', 0.57, 'emergency'),
        (5, 'RJZ', 'RJZ30', '01', '1', 0.43, 'emergency'),
        (6, 'RJZ', 'RJZ01', '02', '2', 1.00, 'specialty'),
        (7, 'RJZ', 'RJZ30', '03', 'other', 0.72, 'urgent care'),
        (8, 'RJZ', 'RJZ31', '04', 'other', 0.28, 'walk-in'),
        (9, 'RJ2', 'RJ224', '01', '1', 0.46, 'emergency'),
        (10, 'RJ2', 'RJ231', '01', '1', 0.54, 'emergency'),
        (11, 'RJ2', 'RJ231', '03', 'other', 0.47, 'urgent care'),
        (12, 'RJ2', 'RJ224', '03', 'other', 0.38, 'urgent care'),
        (13, 'RJ2', 'RJ224', '04', 'other', 0.15, 'walk-in')
) as d (department_no, provider_code, site_code, department_type, return_type, share, pattern)
inner join building.site_area as s on s.site_code = d.site_code and s.hundredth = 0
order by d.department_no;

-- building.ae_hour: one row per department and hour: how many arrive, the numbers they get, and how likely an admission and
-- a wait over four hours are then. Totals of a month follow building.ae_level; within it arrivals follow the hour, the
-- weekday and chance, and waits follow the load: long on busy days, for those who come late, and while beds are short.
create table building.ae_hour as
with pattern_list (pattern, hours, weekdays) as (
    values
        ('emergency',
            [2.6, 2.1, 1.8, 1.6, 1.4, 1.4, 1.7, 2.5, 3.8, 5.3, 6.3, 6.2, 5.8, 5.5, 5.3, 5.3, 5.4, 5.7, 6.0, 5.9, 5.6, 4.9, 4.2, 3.4],
            [1.08, 1.01, 0.99, 0.985, 0.98, 0.965, 0.99]),
        ('specialty',
            [0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 1.2, 6.5, 11.5, 11.8, 10.2, 8.8, 9.2, 9.0, 8.2, 6.6, 4.6, 3.2, 2.5, 2.0, 1.5, 0.9, 0.4],
            [1.22, 1.12, 1.10, 1.08, 1.08, 0.75, 0.65]),
        ('urgent care',
            [0.6, 0.4, 0.3, 0.3, 0.3, 0.3, 0.6, 1.8, 4.5, 6.8, 7.6, 7.4, 6.9, 6.4, 6.2, 6.3, 6.6, 7.2, 7.6, 7.2, 6.2, 4.8, 2.8, 1.3],
            [1.08, 0.99, 0.97, 0.97, 0.97, 1.00, 1.02]),
        ('walk-in',
            [0, 0, 0, 0, 0, 0, 0, 0, 8.5, 9.6, 9.8, 9.0, 8.0, 7.6, 7.4, 7.4, 7.8, 8.4, 8.8, 7.7, 0, 0, 0, 0],
            [1.09, 0.99, 0.97, 0.96, 0.96, 1.01, 1.02])
),

-- How much longer the waits of those who arrive at an hour of the day are than those of an average arrival.
late_hour (waits) as (
    values (
        [1.45, 1.45, 1.40, 1.35, 1.25, 1.10, 0.90, 0.70, 0.60, 0.60, 0.65, 0.72,
            0.80, 0.85, 0.90, 0.95, 1.00, 1.05, 1.10, 1.15, 1.22, 1.30, 1.38, 1.42]
    )
),

expected as (
    select
        h.hour_no,
        h.starts_minute,
        h.day,
        h.month,
        h.day_no,
        h.change_minute,
        h.change_minutes,
        d.department_no,
        d.provider_code,
        d.return_type,
        d.department_no * 100000 + h.hour_no as hour_key,
        ascii(substr(d.provider_code, 3, 1)) * 100000 + h.day_no as provider_day_key,
        -- Each department has its own good and bad days, and there are days when all of London is ill.
        p.weekdays[h.weekday] * h.named_day_level
        * (
            1
            + 0.05 * building.deviation('department day', d.department_no * 100000 + h.day_no)
            + 0.03 * building.deviation('day', h.day_no)
        ) as day_level,
        p.hours[h.hour_of_day + 1] as hour_level,
        l.waits[h.hour_of_day + 1] as late_hour_waits,
        -- About one attendance in a hundred is a planned follow-up, which the national figures leave out.
        cast(floor(
            v.attendances * d.share * cast(getvariable('scale') as double) / 0.99
            + building.draw('month', d.department_no * 100000 + date_diff('month', date '2015-01-01', h.month))
        ) as bigint) as month_total,
        v.admissions / v.attendances as admitted_share,
        v.breaches / v.attendances as over_share
    from building.hour as h
    cross join building.ae_department as d
    inner join building.ae_level as v
        on v.provider_code = d.provider_code
        and v.return_type = d.return_type
        and v.month = h.month
    inner join pattern_list as p on p.pattern = d.pattern
    cross join late_hour as l
),

-- Weights are whole numbers from here on: their sums do not depend on the order they are added up in.
even as (
    select
        *,
        cast(floor(1000000 * hour_level * day_level) as bigint) as even_weight
    from expected
),

-- Chance: arrivals of an hour scatter around their expectation by its square root.
scattered as (
    select
        *,
        cast(floor(
            even_weight * greatest(0, 1 + building.deviation('hour', hour_key) * least(0.6, 1 / sqrt(greatest(0.01,
                cast(month_total as double) * even_weight / sum(even_weight) over (partition by department_no, month)
            ))))
        ) as bigint) as weight
    from even
),

shared_out as (
    select
        *,
        cast(sum(weight) over (partition by department_no, month order by hour_no) as bigint) as weight_so_far,
        cast(sum(weight) over (partition by department_no, month) as bigint) as month_weight,
        -- Thousandths. Bed pressure holds for three days or so.
        cast(floor(1000 * late_hour_waits * greatest(0.3,
            1 + 1.5 * (day_level - 1) + 0.15 * (
                building.deviation('beds', provider_day_key)
                + building.deviation('beds', provider_day_key - 1)
                + building.deviation('beds', provider_day_key - 2)
            )
        )) as bigint) as wait_level
    from scattered
),

counted as (
    select
        *,
        month_total * weight_so_far // month_weight - month_total * (weight_so_far - weight) // month_weight as arrivals
    from shared_out
),

levelled as (
    select
        *,
        cast(wait_level as double) * sum(arrivals) over (partition by provider_code, return_type, month)
        / greatest(1, sum(arrivals * wait_level) over (partition by provider_code, return_type, month)) as relative_wait
    from counted
)

select
    hour_no,
    starts_minute,
    day,
    month,
    change_minute,
    change_minutes,
    department_no,
    arrivals,
    cast(sum(arrivals) over (order by hour_no, department_no) as bigint) - arrivals as arrivals_before,
    cast(sum(arrivals) over (partition by department_no order by hour_no) as bigint) - arrivals as department_arrivals_before,
    month_total * 7 // cast(extract(day from last_day(month)) as integer) as week_arrivals,
    admitted_share,
    least(0.93, over_share * relative_wait) as over_share
from levelled
where arrivals > 0
order by hour_no, department_no;
