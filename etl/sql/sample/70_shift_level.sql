-- building.staff_group: one row per staff group: how its shifts are spread over the week, what an hour of basic pay is, and what
-- agencies charged above it before there were caps. Twenty bands and twenty lengths each: a draw of one in twenty picks them.
create table building.staff_group as
select
    cast(g.staff_group_no as bigint) as staff_group_no,
    g.staff_group,
    g.weekend,
    g.nights,
    g.uncapped_premium,
    g.override_level,
    g.bands,
    g.basic_pence,
    g.quarter_hours
from (
    values
        (1, 'NUR', 0.97, 38, 1.08, 0.75,
            ['5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '5', '6', '6', '6', '6', '7', '7'],
            [1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 1960, 1960, 1960, 1960, 2340, 2340],
            [46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 30, 30, 30, 30, 24, 24]),
        (2, 'HCS', 0.98, 40, 0.75, 0.35,
            ['2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '3', '3', '3', '3', '3', '3', '3'],
            [1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1240, 1240, 1240, 1240, 1240, 1240, 1240],
            [46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 46, 30, 30, 30, 30, 30, 24, 24]),
        (3, 'MCO', 0.35, 8, 1.15, 2.60,
            ['CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON', 'CON'],
            [4700, 4700, 4700, 4700, 4700, 4700, 4900, 4900, 4900, 4900, 4900, 4900, 4900, 5100, 5100, 5100, 5100, 5100, 5100, 5100],
            [40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 36, 36, 36, 36, 32, 32, 32, 32, 16, 16]),
        (4, 'MJR', 0.92, 36, 1.80, 2.90,
            ['FY2', 'FY2', 'FY2', 'CT', 'CT', 'CT', 'CT', 'CT', 'CT', 'CT', 'ST', 'ST', 'ST', 'ST', 'ST', 'ST', 'ST', 'ST', 'ST', 'ST'],
            [1550, 1550, 1550, 1950, 1950, 1950, 1950, 1950, 1950, 1950, 2500, 2500, 2500, 2500, 2500, 2500, 2500, 2500, 2500, 2500],
            [50, 50, 50, 50, 50, 50, 50, 50, 40, 40, 40, 40, 40, 40, 40, 40, 32, 32, 32, 32]),
        (5, 'AHP', 0.18, 2, 0.85, 0.90,
            ['5', '5', '5', '5', '5', '5', '6', '6', '6', '6', '6', '6', '6', '6', '6', '7', '7', '7', '7', '7'],
            [1620, 1620, 1620, 1620, 1620, 1620, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 2360, 2360, 2360, 2360, 2360],
            [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 32, 32, 32, 32, 32, 32, 16, 16]),
        (6, 'SCI', 0.30, 10, 0.95, 1.00,
            ['4', '4', '4', '4', '6', '6', '6', '6', '6', '6', '6', '6', '6', '6', '7', '7', '7', '7', '7', '7'],
            [1360, 1360, 1360, 1360, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 1980, 2360, 2360, 2360, 2360, 2360, 2360],
            [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 32, 32, 32, 32, 32, 40, 40, 40, 46, 46]),
        (7, 'ADM', 0.06, 2, 0.62, 0.50,
            ['3', '3', '3', '3', '3', '3', '3', '3', '5', '5', '5', '5', '5', '5', '5', '8A', '8A', '8A', '8A', '8A'],
            [1240, 1240, 1240, 1240, 1240, 1240, 1240, 1240, 1620, 1620, 1620, 1620, 1620, 1620, 1620, 2750, 2750, 2750, 2750, 2750],
            [30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 16, 16]),
        (8, 'ANC', 0.75, 14, 0.45, 0.15,
            ['2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '2', '4', '4', '4', '4'],
            [1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1120, 1360, 1360, 1360, 1360],
            [32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 30, 30, 30, 30, 48, 48, 16, 16])
) as g (staff_group_no, staff_group, weekend, nights, uncapped_premium, override_level, bands, basic_pence, quarter_hours)
order by g.staff_group_no;

-- Small lookups are lists in variables: millions of rows read them faster than they join.
set variable shift_bands = (select flatten(list(bands order by staff_group_no)) from building.staff_group);
set variable shift_basic_pence = (select flatten(list(basic_pence order by staff_group_no)) from building.staff_group);
set variable shift_quarter_hours = (select flatten(list(quarter_hours order by staff_group_no)) from building.staff_group);
set variable shift_suppliers = (select list('AG' || lpad(cast(n as varchar), 2, '0') order by n) from range(1, 13) as suppliers (n));

-- building.shift_level: one row per trust, kind of shift, staff group and month: how many shifts are expected at the partnership's true
-- volume. Agency falls from 2016/17 on while bank grows; King's uses most agency, SLaM most bank.
create table building.shift_level as
with thousands (provider_no, provider_code, kind, years) as (
    -- Thousands of shifts in 2015/16, 2016/17, 2017/18 and (as a whole year) 2018/19.
    values
        (1, 'RJ1', 'AGENCY', [75, 70, 63, 60]), (1, 'RJ1', 'BANK', [78, 88, 98, 106]), (1, 'RJ1', 'UNFILLED', [11, 10, 11, 10]),
        (2, 'RJZ', 'AGENCY', [141, 130, 124, 115]), (2, 'RJZ', 'BANK', [70, 83, 92, 105]), (2, 'RJZ', 'UNFILLED', [17, 15, 18, 16]),
        (3, 'RJ2', 'AGENCY', [57, 55, 51, 49]), (3, 'RJ2', 'BANK', [44, 49, 54, 58]), (3, 'RJ2', 'UNFILLED', [10, 10, 10, 9]),
        (4, 'RPG', 'AGENCY', [24, 22, 20, 19]), (4, 'RPG', 'BANK', [27, 30, 32, 34]), (4, 'RPG', 'UNFILLED', [4, 4, 4, 4]),
        (5, 'RV5', 'AGENCY', [46, 42, 35, 32]), (5, 'RV5', 'BANK', [65, 70, 75, 78]), (5, 'RV5', 'UNFILLED', [8, 7, 7, 6])
),

mix (kind, is_acute, shares) as (
    values
        ('AGENCY', true, [0.405, 0.070, 0.075, 0.165, 0.060, 0.080, 0.105, 0.040]),
        ('AGENCY', false, [0.420, 0.190, 0.085, 0.090, 0.060, 0.015, 0.110, 0.030]),
        ('BANK', true, [0.355, 0.350, 0.010, 0.035, 0.030, 0.035, 0.130, 0.055]),
        ('BANK', false, [0.255, 0.550, 0.006, 0.019, 0.020, 0.010, 0.110, 0.030]),
        ('UNFILLED', true, [0.540, 0.210, 0.015, 0.095, 0.040, 0.040, 0.050, 0.010]),
        ('UNFILLED', false, [0.480, 0.330, 0.015, 0.045, 0.030, 0.010, 0.070, 0.020])
),

-- January to December: winter, leave taken before the year's end in March, holidays in August.
season (kind, months) as (
    values
        ('AGENCY', [1.06, 1.04, 1.05, 0.97, 0.97, 0.98, 1.00, 1.05, 0.99, 0.98, 0.99, 0.97]),
        ('BANK', [1.03, 1.02, 1.04, 1.00, 1.00, 1.00, 0.99, 0.96, 1.00, 1.01, 1.01, 0.94]),
        ('UNFILLED', [1.12, 1.06, 1.08, 1.00, 0.96, 0.97, 1.02, 1.14, 0.95, 0.92, 0.94, 1.12])
),

month as (
    select
        cast(month as date) as month,
        cast(n as bigint) as month_no,
        cast(extract(month from month) as integer) as month_of_year,
        -- Years from the middle of 2015/16: levels run straight from the middle of one year to that of the next.
        least(2.75, greatest(0, (n - 5.5) / 12e0)) as years_on
    from (
        select
            date '2015-04-01' + to_months(cast(n as integer)) as month,
            n
        from range(45) as months (n)
    )
)

select
    t.provider_no,
    t.provider_code,
    case t.kind when 'AGENCY' then 1 when 'BANK' then 2 else 3 end as kind_no,
    t.kind,
    g.staff_group_no,
    g.staff_group,
    m.month,
    m.month_no,
    1000e0 / 12
    * (
        t.years[cast(floor(m.years_on) as integer) + 1] * (1 - m.years_on + floor(m.years_on))
        + t.years[least(3, cast(floor(m.years_on) as integer) + 1) + 1] * (m.years_on - floor(m.years_on))
    )
    * x.shares[g.staff_group_no]
    * s.months[m.month_of_year]
    -- Young doctors change their posts in August.
    * case when g.staff_group = 'MJR' and m.month_of_year = 8 then 1.18 else 1 end
    * (1 + 0.035 * building.deviation('shift month', (t.provider_no * 10 + g.staff_group_no) * 1000 + m.month_no)
    + 0.02 * building.deviation('shift trust month', t.provider_no * 1000 + m.month_no)) as shifts
from thousands as t
cross join building.staff_group as g
inner join mix as x
    on x.kind = t.kind
    and x.is_acute = (t.provider_no <= 3)
inner join season as s on s.kind = t.kind
cross join month as m;

-- building.shift_cell: one row per trust, kind of shift, staff group and day: how many shifts, the numbers they get, and the chances and
-- premiums that hold then. Totals of a month follow building.shift_level.
create table building.shift_cell as
with trust (provider_no, override_level, off_framework_level) as (
    values (1, 0.80, 0.60), (2, 1.25, 1.40), (3, 1.05, 1.10), (4, 0.70, 0.80), (5, 0.85, 0.90)
),

-- Good Friday to Easter Monday, and Christmas to New Year: few want to work.
holiday (from_day, to_day) as (
    values
        (date '2015-04-03', date '2015-04-06'), (date '2016-03-25', date '2016-03-28'),
        (date '2017-04-14', date '2017-04-17'), (date '2018-03-30', date '2018-04-02'),
        (date '2015-12-24', date '2015-12-27'), (date '2015-12-31', date '2016-01-01'),
        (date '2016-12-24', date '2016-12-27'), (date '2016-12-31', date '2017-01-02'),
        (date '2017-12-24', date '2017-12-26'), (date '2017-12-31', date '2018-01-01'),
        (date '2018-12-24', date '2018-12-26'), (date '2018-12-31', date '2018-12-31')
),

calendar as (
    select
        cast(d.day as date) as day,
        cast(date_trunc('month', d.day) as date) as month,
        cast(extract(isodow from d.day) as integer) as weekday,
        exists (select 1 from holiday as h where cast(d.day as date) between h.from_day and h.to_day) as is_holiday,
        -- Months since the caps were tightened in February 2016, and since frameworks became binding in April.
        cast(date_diff('month', date '2016-02-01', cast(d.day as date)) as double) as months_of_caps,
        cast(date_diff('month', date '2016-04-01', cast(d.day as date)) as double) as months_of_frameworks
    from range(date '2015-04-01', date '2019-01-01', interval 1 day) as d (day)
),

weighed as (
    select
        l.provider_no,
        l.provider_code,
        l.kind_no,
        l.kind,
        l.staff_group_no,
        l.staff_group,
        l.month,
        c.day,
        c.weekday,
        c.months_of_caps,
        c.months_of_frameworks,
        cast(floor(
            l.shifts * cast(getvariable('scale') as double)
            + building.draw('shift month total', ((l.provider_no * 10 + l.kind_no) * 10 + l.staff_group_no) * 1000 + l.month_no)
        ) as bigint) as month_total,
        cast(floor(1000000 * case
            when g.weekend < 0.5 and (c.weekday > 5 or c.is_holiday) then g.weekend
            when c.weekday > 5 then g.weekend * case l.kind when 'UNFILLED' then 1.35 when 'BANK' then 0.96 else 1.02 end
            when c.is_holiday then case l.kind when 'UNFILLED' then 1.70 when 'BANK' then 0.80 else 1.05 end
            when c.weekday = 1 then case l.kind when 'UNFILLED' then 1.05 else 1.02 end
            else 1
        end * (
            1
            + 0.10 * building.deviation('shift day', (l.provider_no * 10 + l.staff_group_no) * 100000 + date_diff('day', date '2015-01-01', c.day))
            + 0.10 * building.deviation('shift kind day', (l.provider_no * 10 + l.kind_no) * 100000 + date_diff('day', date '2015-01-01', c.day))
        )) as bigint) as weight
    from building.shift_level as l
    inner join calendar as c on c.month = l.month
    inner join building.staff_group as g on g.staff_group_no = l.staff_group_no
),

shared_out as (
    select
        *,
        cast(sum(weight) over (partition by provider_no, kind_no, staff_group_no, month order by day) as bigint) as weight_so_far,
        cast(sum(weight) over (partition by provider_no, kind_no, staff_group_no, month) as bigint) as month_weight
    from weighed
),

counted as (
    select
        *,
        month_total * weight_so_far // month_weight - month_total * (weight_so_far - weight) // month_weight as shifts
    from shared_out
)

select
    c.provider_no,
    c.provider_code,
    c.kind_no,
    c.kind,
    c.staff_group_no,
    c.staff_group,
    c.month,
    c.day,
    c.shifts,
    cast(sum(c.shifts) over in_turn as bigint) - c.shifts as shifts_before,
    cast(sum(case when c.kind_no < 3 then c.shifts else 0 end) over in_turn as bigint)
    - case when c.kind_no < 3 then c.shifts else 0 end as filled_before,
    g.nights,
    -- Above basic pay: what was charged before 23 November 2015, and the caps of NHS Improvement since.
    g.uncapped_premium,
    case
        when c.day < date '2015-11-23' then null
        when c.staff_group in ('ADM', 'ANC') or c.day >= date '2016-04-01' then 0.55
        when c.day >= date '2016-02-01' then case c.staff_group when 'MJR' then 1.00 else 0.75 end
        else case c.staff_group when 'MJR' then 1.50 else 1.00 end
    end as cap_premium,
    -- Shares in ten thousand: shifts paid above the cap, which peaked in February 2016, and outside the frameworks.
    cast(floor(10000 * least(0.92, g.override_level * t.override_level * case
        when c.months_of_caps < 0 then 0.155 + 0.02 * c.months_of_caps
        else 0.33 / (1 + 0.050 * c.months_of_caps) * case when extract(month from c.day) in (12, 1, 2) and c.months_of_caps > 3 then 1.10 else 1 end
    end)) as bigint) as over_cap,
    cast(floor(10000 * t.off_framework_level * case
        when c.months_of_frameworks < -6 then 0.23
        when c.months_of_frameworks < 0 then 0.16
        else 0.075 / (1 + 0.05 * c.months_of_frameworks)
    end) as bigint) as off_framework,
    -- Sundays and holidays, and Saturdays and nights, are paid above the plain hour: percent.
    case when c.weekday = 7 then 60 when c.weekday = 6 then 30 else 0 end as day_supplement
from counted as c
inner join building.staff_group as g on g.staff_group_no = c.staff_group_no
inner join trust as t on t.provider_no = c.provider_no
where c.shifts > 0
window in_turn as (order by c.day, c.kind_no, c.provider_no, c.staff_group_no)
order by c.day, c.kind_no, c.provider_no, c.staff_group_no;
