-- building.inpatient_level: one row per trust and financial year: how long its emergency inpatients stay relative to the others', the
-- share of them who leave on the day they came, how many come back within a month, and how often planned care is a day case.
-- King's fills up until the winter of 2017/18; Lewisham and Greenwich brings its long stays down after that winter.
create table building.inpatient_level as
select
    cast(l.provider_no as bigint) as provider_no,
    l.provider_code,
    cast(l.start_year as bigint) as start_year,
    cast(l.nights as double) as nights,
    cast(l.same_day as double) as same_day,
    cast(l.readmitted as double) as readmitted,
    cast(l.day_case as double) as day_case
from (
    values
        (0, 'RJ1', 2015, 0.96, 0.33, 0.88, 0.985),
        (0, 'RJ1', 2016, 0.97, 0.34, 0.92, 0.995),
        (0, 'RJ1', 2017, 0.98, 0.35, 0.96, 1.005),
        (0, 'RJ1', 2018, 0.96, 0.36, 0.98, 1.015),
        (1, 'RJ2', 2015, 1.02, 0.32, 0.95, 1.005),
        (1, 'RJ2', 2016, 1.04, 0.33, 0.98, 1.010),
        (1, 'RJ2', 2017, 1.03, 0.34, 1.02, 1.025),
        (1, 'RJ2', 2018, 0.93, 0.36, 1.02, 1.040),
        (2, 'RJZ', 2015, 1.00, 0.31, 0.94, 0.975),
        (2, 'RJZ', 2016, 1.03, 0.31, 1.00, 0.975),
        (2, 'RJZ', 2017, 1.09, 0.30, 1.07, 0.970),
        (2, 'RJZ', 2018, 1.08, 0.32, 1.12, 0.975)
) as l (provider_no, provider_code, start_year, nights, same_day, readmitted, day_case);

set variable inpatient_providers = ['RJ1', 'RJ2', 'RJZ'];
set variable nights_levels = (select list(nights order by provider_no, start_year) from building.inpatient_level);
set variable same_day_levels = (select list(same_day order by provider_no, start_year) from building.inpatient_level);
set variable readmitted_levels = (select list(readmitted order by provider_no, start_year) from building.inpatient_level);
set variable day_case_levels = (select list(day_case order by provider_no, start_year) from building.inpatient_level);

-- January to December: beds are short in winter and stays longer.
set variable month_nights = [1.08, 1.07, 1.05, 1.01, 0.98, 0.96, 0.95, 0.96, 0.97, 0.98, 1.00, 1.03];

-- Where a trust and month stand in those lists.
create macro building.inpatient_level_no(provider_no, day) as
    provider_no * 4 + extract(year from day) - 2014 - case when extract(month from day) < 4 then 1 else 0 end;

-- building.planned_specialty: one row per treatment function of planned care: how much of each trust's it is, in thousandths,
-- how often it is meant as a day case, and how long its stays are relative to the others'.
create table building.planned_specialty as
select
    cast(s.specialty_no as bigint) as specialty_no,
    s.specialty_code,
    s.thousandths,
    cast(s.day_case as double) as day_case,
    cast(s.nights as double) as nights
from (
    values
        -- The trusts in the order RJ1, RJ2, RJZ.
        (1, '100', [90, 130, 95], 0.71, 1.1),
        (2, '101', [85, 75, 55], 0.83, 0.8),
        (3, '110', [70, 110, 120], 0.61, 1.1),
        (4, '120', [40, 45, 40], 0.74, 0.5),
        (5, '130', [95, 0, 130], 0.975, 0.5),
        (6, '140', [45, 15, 55], 0.93, 0.6),
        (7, '150', [0, 0, 30], 0.30, 1.3),
        (8, '160', [35, 0, 10], 0.78, 0.9),
        (9, '170', [25, 0, 12], 0.12, 1.9),
        (10, '301', [120, 260, 190], 0.975, 1.1),
        (11, '303', [45, 70, 75], 0.955, 2.0),
        (12, '320', [75, 20, 60], 0.77, 0.8),
        (13, '330', [45, 30, 15], 0.99, 0.8),
        (14, '340', [20, 20, 10], 0.85, 1.2),
        (15, '370', [70, 60, 30], 0.975, 1.4),
        (16, '410', [15, 20, 15], 0.985, 1.0),
        (17, '420', [40, 30, 18], 0.90, 0.9),
        (18, '502', [60, 95, 55], 0.78, 0.6),
        (19, '800', [25, 20, 5], 0.95, 1.5)
) as s (specialty_no, specialty_code, thousandths, day_case, nights);

set variable planned_specialties = (select list(specialty_code order by specialty_no) from building.planned_specialty);
set variable planned_day_case = (select list(day_case order by specialty_no) from building.planned_specialty);
set variable planned_nights = (select list(nights order by specialty_no) from building.planned_specialty);
set variable planned_thousandths = (
    with place as (
        select
            p.provider_no,
            s.specialty_no,
            unnest(range(s.thousandths[p.provider_no + 1])) as nth
        from building.planned_specialty as s
        cross join range(3) as p (provider_no)
    ),

    numbered as (
        select
            provider_no,
            specialty_no,
            row_number() over (partition by provider_no order by specialty_no, nth) - 1 as place,
            count(*) over (partition by provider_no) as places
        from place
    )

    select list(n.specialty_no order by n.provider_no, t.thousandth)
    from range(1000) as t (thousandth)
    inner join numbered as n on n.place = t.thousandth * n.places // 1000
);

-- The treatment function of planned care at a draw: gynaecology is for women; a man gets urology.
create macro building.planned_specialty_no(provider_no, sex, drawn) as
    case
        when sex <> '2' and getvariable('planned_thousandths')[provider_no * 1000 + 1 + cast(floor(drawn * 1000) as integer)] = 18 then 2
        else getvariable('planned_thousandths')[provider_no * 1000 + 1 + cast(floor(drawn * 1000) as integer)]
    end;
