-- building.rtt_function: one row per treatment function: its share of each trust's referrals (relative to the others), the share of
-- its pathways that end in an admission, and how long its waits are against the average, now and by how much more every year.
-- Return heading X01 (other) gathers the functions without a heading of their own.
create table building.rtt_function as
select
    cast(function_no as integer) as function_no,
    function_code,
    case when function_no <= 18 then function_code else 'X01' end as heading_code,
    cast(least(function_no, 19) as integer) as heading_no,
    heading_name,
    cast(shares as double[]) as shares,
    cast(admitted_share as double) as admitted_share,
    cast(wait as double) as wait,
    cast(wait_growth as double) as wait_growth
from (
    values
        (1, '100', 'General Surgery', [7, 8, 10], 0.26, 1.00, 0.00),
        (2, '101', 'Urology', [5, 5, 6], 0.26, 1.03, 0.00),
        (3, '110', 'Trauma & Orthopaedics', [8, 9, 13], 0.28, 1.16, 0.022),
        (4, '120', 'Ear, Nose & Throat (ENT)', [6, 5, 7], 0.18, 1.09, 0.01),
        (5, '130', 'Ophthalmology', [10, 12, 7], 0.22, 1.02, 0.005),
        (6, '140', 'Oral Surgery', [5, 6, 1], 0.25, 1.06, 0.00),
        (7, '150', 'Neurosurgery', [0.6, 3, 0], 0.22, 1.30, 0.01),
        (8, '160', 'Plastic Surgery', [3, 1.5, 0], 0.40, 1.10, 0.00),
        (9, '170', 'Cardiothoracic Surgery', [1.2, 0.8, 0], 0.50, 0.95, 0.00),
        (10, '300', 'General Medicine', [2, 2.5, 4], 0.05, 0.82, 0.00),
        (11, '301', 'Gastroenterology', [5, 6, 7], 0.30, 1.00, 0.01),
        (12, '320', 'Cardiology', [6, 5, 7], 0.10, 0.95, 0.00),
        (13, '330', 'Dermatology', [8, 7, 6], 0.10, 0.88, 0.00),
        (14, '340', 'Thoracic Medicine', [4, 3.5, 4], 0.05, 0.88, 0.00),
        (15, '400', 'Neurology', [4, 6, 2], 0.03, 0.98, 0.01),
        (16, '410', 'Rheumatology', [3, 2.5, 3], 0.04, 0.86, 0.00),
        (17, '430', 'Geriatric Medicine', [1, 1.5, 2], 0.02, 0.72, 0.00),
        (18, '502', 'Gynaecology', [8, 7, 9], 0.20, 0.94, 0.00),
        (19, 'X01', 'Other', [5, 4, 2], 0.12, 0.90, 0.00),
        (20, '191', 'Other', [1.5, 1, 1], 0.25, 1.00, 0.00),
        (21, '302', 'Other', [2, 2, 1.5], 0.02, 0.90, 0.00),
        (22, '303', 'Other', [1.5, 2, 1], 0.05, 0.75, 0.00),
        (23, '361', 'Other', [1.5, 1.5, 0.5], 0.03, 0.78, 0.00),
        (24, '420', 'Other', [5, 3, 8], 0.06, 0.85, 0.00)
) as f (function_no, function_code, heading_name, shares, admitted_share, wait, wait_growth);

-- building.rtt_provider: one row per trust, with its referrals of an average day in April 2015.
create table building.rtt_provider as
select
    cast(provider_no as integer) as provider_no,
    provider_code,
    provider_name,
    cast(day_starts as double) as day_starts,
    cast(wait as double) as wait
from (
    values
        (1, 'RJ1', 'GUY''S AND ST THOMAS'' NHS FOUNDATION TRUST', 895, 0.98),
        (2, 'RJZ', 'KING''S COLLEGE HOSPITAL NHS FOUNDATION TRUST', 800, 1.09),
        (3, 'RJ2', 'LEWISHAM AND GREENWICH NHS TRUST', 495, 1.01)
) as p (provider_no, provider_code, provider_name, day_starts, wait);

-- building.rtt_commissioner: one row per commissioner, with its hundredths of each trust's pathways: the six CCGs of south east
-- London, their neighbours, and the hub that pays for specialised care, which has no parent.
create table building.rtt_commissioner as
select
    cast(commissioner_no as integer) as commissioner_no,
    commissioner_code,
    commissioner_name,
    parent_code,
    parent_name,
    hundredths
from (
    values
        (1, '07N', 'NHS BEXLEY CCG', 'Q71', 'NHS ENGLAND LONDON                ', [5, 7, 20]),
        (2, '07Q', 'NHS BROMLEY CCG', 'Q71', 'NHS ENGLAND LONDON                ', [6, 24, 7]),
        (3, '08A', 'NHS GREENWICH CCG', 'Q71', 'NHS ENGLAND LONDON                ', [7, 7, 34]),
        (4, '08K', 'NHS LAMBETH CCG', 'Q71', 'NHS ENGLAND LONDON                ', [26, 17, 2]),
        (5, '08L', 'NHS LEWISHAM CCG', 'Q71', 'NHS ENGLAND LONDON                ', [10, 8, 29]),
        (6, '08Q', 'NHS SOUTHWARK CCG', 'Q71', 'NHS ENGLAND LONDON                ', [22, 17, 3]),
        (7, '07V', 'NHS CROYDON CCG', 'Q71', 'NHS ENGLAND LONDON                ', [6, 6, 1]),
        (8, '09J', 'NHS DARTFORD, GRAVESHAM AND SWANLEY CCG', 'Q81', 'NHS ENGLAND SOUTH EAST            ', [4, 5, 3]),
        (9, '99J', 'NHS WEST KENT CCG', 'Q81', 'NHS ENGLAND SOUTH EAST            ', [5, 4, 0]),
        (10, '13R', 'LONDON COMMISSIONING HUB', null, null, [9, 5, 1])
) as c (commissioner_no, commissioner_code, commissioner_name, parent_code, parent_name, hundredths);

set variable rtt_commissioners = (
    select list(c.commissioner_no order by p.provider_no, c.commissioner_no)
    from building.rtt_provider as p
    cross join building.rtt_commissioner as c
    inner join range(100) as h (hundredth) on h.hundredth < c.hundredths[p.provider_no]
);

-- Days from referral to the end of the wait at an average trust, straight between these points: not admitted, then admitted.
set variable rtt_waits = (
    with point (is_admitted, percentile, days) as (
        values
            (0, 0, 0), (0, 4, 3), (0, 10, 11), (0, 25, 27), (0, 50, 51), (0, 70, 76), (0, 82, 95), (0, 90, 110), (0, 95, 127),
            (0, 98, 168), (0, 99.5, 250), (0, 100, 410),
            (1, 0, 1), (1, 10, 20), (1, 25, 45), (1, 50, 86), (1, 72, 116), (1, 84, 134), (1, 91, 160), (1, 95, 194), (1, 98, 250),
            (1, 99.5, 340), (1, 100, 560)
    ),

    segment as (
        select
            is_admitted,
            cast(percentile * 2 as integer) as from_half,
            cast(lead(percentile) over (partition by is_admitted order by percentile) * 2 as integer) as to_half,
            cast(days as double) as from_days,
            cast(lead(days) over (partition by is_admitted order by percentile) as double) as to_days
        from point
    )

    select
        list(s.from_days + (s.to_days - s.from_days) * (h.half - s.from_half) / (s.to_half - s.from_half) order by s.is_admitted, h.half)
    from segment as s
    inner join range(201) as h (half)
        on h.half >= s.from_half
        and (h.half < s.to_half or h.half = 200 and s.to_half = 200)
);

create macro building.rtt_wait(is_admitted, drawn) as
    getvariable('rtt_waits')[case when is_admitted then 202 else 1 end + cast(floor(drawn * 200) as integer)]
        * (1 - (drawn * 200 - floor(drawn * 200)))
    + getvariable('rtt_waits')[case when is_admitted then 203 else 2 end + cast(floor(drawn * 200) as integer)]
        * (drawn * 200 - floor(drawn * 200));

-- building.rtt_day: one row per trust and day from June 2013, so that pathways are under way in April 2015. A trust has a clock of its
-- own (thousandths of a day) that runs as fast as it works: hardly at weekends and holidays, slowly at Christmas and in the winter
-- of 2017/18, when operations were put off all over England, and a little slower every year. Waits are measured on that clock,
-- so that they lengthen where the work falls behind. Months count from April 2015.
create table building.rtt_day as
with holiday (day) as (
    select unnest([
        date '2013-08-26', date '2013-12-25', date '2013-12-26', date '2014-01-01', date '2014-04-18', date '2014-04-21',
        date '2014-05-05', date '2014-05-26', date '2014-08-25', date '2014-12-25', date '2014-12-26', date '2015-01-01',
        date '2015-04-03', date '2015-04-06', date '2015-05-04', date '2015-05-25', date '2015-08-31', date '2015-12-25',
        date '2015-12-28', date '2016-01-01', date '2016-03-25', date '2016-03-28', date '2016-05-02', date '2016-05-30',
        date '2016-08-29', date '2016-12-26', date '2016-12-27', date '2017-01-02', date '2017-04-14', date '2017-04-17',
        date '2017-05-01', date '2017-05-29', date '2017-08-28', date '2017-12-25', date '2017-12-26', date '2018-01-01',
        date '2018-03-30', date '2018-04-02', date '2018-05-07', date '2018-05-28', date '2018-08-27', date '2018-12-25',
        date '2018-12-26'
    ])
),

-- How fast each trust works, straight between these days.
speed (from_day, to_day, from_speeds, to_speeds) as (
    values
        (date '2013-06-01', date '2015-04-01', [1.000, 1.000, 1.000], [1.000, 1.000, 1.000]),
        (date '2015-04-01', date '2016-04-01', [1.000, 1.000, 1.000], [0.990, 0.975, 0.985]),
        (date '2016-04-01', date '2017-04-01', [0.990, 0.975, 0.985], [0.975, 0.945, 0.960]),
        (date '2017-04-01', date '2018-04-01', [0.975, 0.945, 0.960], [0.945, 0.885, 0.905]),
        (date '2018-04-01', date '2019-01-01', [0.945, 0.885, 0.905], [0.915, 0.835, 0.870])
),

day as (
    select
        cast(d.day as date) as day,
        cast(date_diff('day', date '2013-06-01', d.day) as integer) as day_no,
        cast(date_diff('month', date '2015-04-01', d.day) as integer) as month_no,
        cast(extract(month from d.day) as integer) as month_of_year,
        -- A bank holiday is a Sunday to a hospital.
        case when h.day is null then cast(extract(isodow from d.day) as integer) else 7 end as weekday
    from range(timestamp '2013-06-01 00:00:00', timestamp '2019-01-01 00:00:00', interval 1 day) as d (day)
    left join holiday as h on h.day = d.day
),

worked as (
    select
        p.provider_no,
        p.day_starts,
        d.day,
        d.day_no,
        d.month_no,
        d.month_of_year,
        d.weekday,
        cast(round(
            1000
            * (s.from_speeds[p.provider_no] + (s.to_speeds[p.provider_no] - s.from_speeds[p.provider_no])
                * date_diff('day', s.from_day, d.day) / date_diff('day', s.from_day, s.to_day))
            * [1.31, 1.35, 1.37, 1.35, 1.28, 0.21, 0.13][d.weekday]
            * [1.00, 1.03, 1.04, 0.99, 1.00, 1.03, 1.02, 0.95, 1.03, 1.04, 1.05, 0.84][d.month_of_year]
            * case when d.day >= date '2018-01-02' and d.day < date '2018-02-10' then 0.88 else 1 end
            * (1 + 0.03 * building.deviation('rtt week', p.provider_no * 1000 + d.day_no // 7))
        ) as bigint) as worked
    from day as d
    cross join building.rtt_provider as p
    inner join speed as s on d.day >= s.from_day and d.day < s.to_day
)

select
    provider_no,
    day,
    day_no,
    month_no,
    worked,
    cast(sum(worked) over (partition by provider_no order by day_no) as bigint) - worked as clock_before,
    day_starts
    * [1.38, 1.38, 1.34, 1.30, 1.24, 0.22, 0.14][weekday]
    * [1.04, 1.02, 1.05, 0.96, 1.01, 1.02, 1.02, 0.92, 1.01, 1.05, 1.06, 0.84][month_of_year]
    -- Referrals grow by one in a hundred and a half every year.
    * (1 + 0.000041 * (day_no - 669))
    * (1 + 0.03 * building.deviation('rtt referrals', provider_no * 1000 + day_no // 7)) as starts
from worked
order by provider_no, day_no;
