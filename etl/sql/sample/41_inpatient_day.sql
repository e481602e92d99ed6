-- building.inpatient_day: one row per stream of admissions that does not come through A&E, site and day: how many there are, and the
-- numbers they get. Volumes are true to the trusts' size; planned care rests at weekends and on bank holidays.
create table building.inpatient_day as
with stream (stream_no, stream, site_code, a_year, growth) as (
    values
        -- Planned care, ordinary and day case, grows by a few hundredths a year.
        (1, 'planned', 'RJ121', 57500, 1.030), (2, 'planned', 'RJ122', 37500, 1.025), (3, 'planned', 'RJZ01', 46000, 1.020),
        (4, 'planned', 'RJZ30', 19500, 1.015), (5, 'planned', 'RJZ31', 12500, 1.040), (6, 'planned', 'RJ224', 20500, 1.025),
        (7, 'planned', 'RJ231', 16500, 1.010),
        (8, 'regular', 'RJ121', 2600, 1.020), (9, 'regular', 'RJZ01', 2100, 1.020),
        -- Emergencies that come neither through A&E nor soon before or after a stay that did.
        (10, 'direct', 'RJ122', 2900, 1.030), (11, 'direct', 'RJZ01', 1900, 1.040), (12, 'direct', 'RJZ30', 1500, 1.040),
        (13, 'direct', 'RJ224', 1300, 1.020), (14, 'direct', 'RJ231', 1500, 1.020),
        (15, 'maternity', 'RJ122', 9100, 0.995), (16, 'maternity', 'RJZ01', 7300, 0.990), (17, 'maternity', 'RJZ30', 5600, 1.000),
        (18, 'maternity', 'RJ224', 5200, 0.990), (19, 'maternity', 'RJ231', 5600, 1.000),
        (20, 'birth', 'RJ122', 6700, 0.995), (21, 'birth', 'RJZ01', 5400, 0.990), (22, 'birth', 'RJZ30', 4200, 1.000),
        (23, 'birth', 'RJ224', 3700, 0.990), (24, 'birth', 'RJ231', 4000, 1.000),
        (25, 'transfer', 'RJ121', 500, 1.000), (26, 'transfer', 'RJ122', 700, 1.000), (27, 'transfer', 'RJZ01', 800, 1.000),
        (28, 'transfer', 'RJ231', 400, 1.000)
),

-- Monday to Sunday, relative to the average of a week.
pattern (stream, weekdays, months) as (
    values
        ('planned', [1.30, 1.36, 1.36, 1.34, 1.22, 0.32, 0.10],
            [1.00, 1.03, 1.05, 0.97, 1.00, 1.03, 1.01, 0.95, 1.02, 1.04, 1.05, 0.87]),
        ('regular', [1.30, 1.30, 1.30, 1.30, 1.30, 0.40, 0.10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
        ('direct', [1.16, 1.12, 1.10, 1.08, 1.10, 0.74, 0.70],
            [1.04, 1.04, 1.02, 0.97, 0.99, 0.99, 0.98, 0.95, 0.98, 1.00, 1.02, 1.02]),
        ('maternity', [1.03, 1.06, 1.06, 1.05, 1.05, 0.90, 0.85],
            [0.98, 0.97, 0.98, 0.98, 1.00, 1.01, 1.02, 1.02, 1.04, 1.01, 1.00, 0.99]),
        ('birth', [1.00, 1.05, 1.05, 1.04, 1.04, 0.92, 0.90],
            [0.98, 0.97, 0.98, 0.98, 1.00, 1.01, 1.02, 1.02, 1.04, 1.01, 1.00, 0.99]),
        ('transfer', [1.10, 1.10, 1.10, 1.10, 1.20, 0.80, 0.60], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
),

bank_holiday (day) as (
    select unnest([
        date '2015-04-03', date '2015-04-06', date '2015-05-04', date '2015-05-25', date '2015-08-31', date '2015-12-25',
        date '2015-12-28', date '2016-01-01', date '2016-03-25', date '2016-03-28', date '2016-05-02', date '2016-05-30',
        date '2016-08-29', date '2016-12-26', date '2016-12-27', date '2017-01-02', date '2017-04-14', date '2017-04-17',
        date '2017-05-01', date '2017-05-29', date '2017-08-28', date '2017-12-25', date '2017-12-26', date '2018-01-01',
        date '2018-03-30', date '2018-04-02', date '2018-05-07', date '2018-05-28', date '2018-08-27', date '2018-12-25',
        date '2018-12-26'
    ])
),

expected as (
    select
        s.stream_no,
        s.stream,
        s.site_code,
        s.stream_no * 100000 + d.day_no as day_key,
        cast(date '2015-04-01' + cast(d.day_no as integer) as date) as day,
        cast(s.a_year as double) / 365.25 * (1 + (cast(s.growth as double) - 1) * (d.day_no - 550) / 365.25) as a_day,
        p.weekdays,
        p.months
    from stream as s
    inner join pattern as p on p.stream = s.stream
    cross join range(1371) as d (day_no)
),

-- In January 2018 the trusts put off planned operations, as all of England did, to keep beds for emergencies.
levelled as (
    select
        e.stream_no,
        e.stream,
        e.site_code,
        e.day_key,
        e.day,
        e.a_day * e.weekdays[extract(isodow from e.day)] * e.months[extract(month from e.day)]
        * (1 + 0.06 * building.deviation('inpatients of a day', e.day_key))
        * case
            when e.stream not in ('planned', 'regular') then 1
            when b.day is not null then 0.08
            when e.stream = 'planned' and e.day between date '2018-01-02' and date '2018-01-31' then 0.90
            else 1
        end as spells
    from expected as e
    left join bank_holiday as b on b.day = e.day
),

counted as (
    select
        stream_no,
        stream,
        site_code,
        day,
        cast(floor(
            spells * cast(getvariable('scale') as double) + building.draw('inpatient more', day_key)
        ) as bigint) as spells
    from levelled
)

select
    c.stream_no,
    c.stream,
    c.site_code,
    a.site_no,
    cast(list_position(getvariable('inpatient_providers'), left(c.site_code, 3)) - 1 as bigint) as provider_no,
    c.day,
    c.day - date '1970-01-01' as epoch_day,
    c.spells,
    cast(sum(c.spells) over (order by c.day, c.stream_no) as bigint) - c.spells as spells_before
from counted as c
inner join building.site_area as a on a.site_code = c.site_code and a.hundredth = 0
where c.spells > 0
order by c.day, c.stream_no;
