-- building.cohort: one row per area of residence and year of birth: how many people the sample knows there, and the number
-- of the first. People are numbered from 0 and stand in order of birth; all else about a person is a function of that
-- number (the macros below), so a person is the same at every trust, in every feed and at every visit, and no table of people is needed.
-- 900,000 people at most: as many as fit in the NHS numbers of the 999 test range.
create table building.cohort as
with area_share (area_no, share) as (
    values (1, 0.09), (2, 0.14), (3, 0.15), (4, 0.14), (5, 0.16), (6, 0.14), (7, 0.18)
),

-- People per year of birth who ever need a hospital in these years, relative to each other: the very young and young adults most.
birth_years (from_year, to_year, weight) as (
    values
        (1915, 1922, 0.12), (1923, 1937, 0.62), (1938, 1952, 0.80), (1953, 1972, 1.05),
        (1973, 1999, 1.50), (2000, 2011, 1.10), (2012, 2018, 1.90)
),

weighted as (
    select
        a.area_no,
        y.birth_year,
        a.share * b.weight as weight
    from area_share as a
    cross join birth_years as b
    inner join range(1915, 2019) as y (birth_year)
        on y.birth_year between b.from_year and b.to_year
),

counted as (
    select
        area_no,
        birth_year,
        greatest(1, cast(floor(
            900000 * least(cast(getvariable('scale') as double), 1) * weight / (select sum(w.weight) from weighted as w)
        ) as bigint)) as people
    from weighted
)

select
    cast(area_no as bigint) as area_no,
    cast(birth_year as bigint) as birth_year,
    cast(sum(people) over (order by area_no, birth_year) as bigint) - people as first_person,
    people
from counted
order by area_no, birth_year;

set variable cohort_people = (select list(people order by area_no, birth_year) from building.cohort);
set variable cohort_first_person = (select list(first_person order by area_no, birth_year) from building.cohort);

create macro building.cohort_people(area_no, birth_year) as
    getvariable('cohort_people')[(area_no - 1) * 104 + birth_year - 1914];

-- The person of an area at a place among those born there in a year: 0, 1, 2 … in order of birth.
create macro building.person(area_no, birth_year, place) as
    getvariable('cohort_first_person')[(area_no - 1) * 104 + birth_year - 1914] + place;

create macro building.birth_date(area_no, birth_year, place) as
    make_date(birth_year, 1, 1) + cast(place * 365 // building.cohort_people(area_no, birth_year) as integer);

-- NHS numbers: 999, six digits and the check digit. Of the ten possible ninth digits at most one has no valid check digit
-- (it would be 10), so each eight-digit beginning serves nine people; no two people get the same number.
create macro building.nhs_place(person) as
    (person * 514229 + 271828) % 900000;

-- The check sum of the first eight digits (weights 10 to 3; 243 is that of 999).
create macro building.nhs_beginning_sum(beginning) as
    243 + 7 * (beginning // 10000) + 6 * (beginning // 1000 % 10) + 5 * (beginning // 100 % 10)
    + 4 * (beginning // 10 % 10) + 3 * (beginning % 10);

-- The ninth digit: the nth of those that have a check digit. Its weight is 2, and it must not bring the sum to 1 (mod 11); 6 is
-- the inverse of 2 there.
create macro building.nhs_ninth_digit(beginning, nth) as
    nth + case when nth >= 6 * (12 - building.nhs_beginning_sum(beginning) % 11) % 11 then 1 else 0 end;

create macro building.nhs_digits(beginning, ninth) as
    cast(
        9990000000 + beginning * 100 + ninth * 10
        + (11 - (building.nhs_beginning_sum(beginning) + 2 * ninth) % 11) % 11
        as varchar
    );

create macro building.nhs_number(person) as
    building.nhs_digits(
        building.nhs_place(person) // 9,
        building.nhs_ninth_digit(building.nhs_place(person) // 9, building.nhs_place(person) % 9)
    );

-- A hospital's own number for a person: another at each trust.
create macro building.local_patient_id(provider_code, person) as
    substr(provider_code, 3, 1) || cast(1000000 + (person * 7919 + ascii(substr(provider_code, 3, 1)) * 104729) % 9000000 as varchar);

create macro building.sex(person) as
    case
        when building.draw('sex', person) < 0.515 then '2'
        when building.draw('sex', person) < 0.997 then '1'
        else '9'
    end;

-- Where a person lives: an eighth of the area, and one of 360 postcodes there. C, I, K, M, O and V never stand in the second
-- half of a real postcode: nobody lives at any of these.
set variable commissioners = (select list(commissioner_code order by area_no, eighth) from building.district);
set variable districts = (select list(district order by area_no, eighth) from building.district);
set variable inward_codes = (
    select list(' ' || digit || substr('CIKMOV', letter, 1) || substr('CIKMOV', last_letter, 1) order by digit, letter, last_letter)
    from range(10) as digits (digit)
    cross join range(1, 7) as letters (letter)
    cross join range(1, 7) as last_letters (last_letter)
);

create macro building.commissioner_code(area_no, person) as
    getvariable('commissioners')[(area_no - 1) * 8 + 1 + building.choice('district', person, 8)];

create macro building.postcode(area_no, person) as
    getvariable('districts')[(area_no - 1) * 8 + 1 + building.choice('district', person, 8)]
    || getvariable('inward_codes')[1 + building.choice('inward code', person, 360)];
