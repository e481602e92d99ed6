-- building.curve_point: one row per curve and percentile that is given. A curve is the distribution of a quantity (a length of stay
-- in minutes, an age in years); 06_curve.sql draws straight lines between its points. First those of A&E attendances.
create table building.curve_point (curve varchar, percentile bigint, value double);

insert into building.curve_point
values
    -- Minutes in a department. Departures cluster on both sides of four hours: the curves are flat there.
    ('stay 01 discharged within', 0, 6), ('stay 01 discharged within', 5, 32), ('stay 01 discharged within', 20, 78),
    ('stay 01 discharged within', 40, 122), ('stay 01 discharged within', 60, 166), ('stay 01 discharged within', 75, 201),
    ('stay 01 discharged within', 85, 222), ('stay 01 discharged within', 92, 233), ('stay 01 discharged within', 100, 240),
    ('stay 01 admitted within', 0, 25), ('stay 01 admitted within', 5, 76), ('stay 01 admitted within', 20, 141),
    ('stay 01 admitted within', 40, 186), ('stay 01 admitted within', 60, 215), ('stay 01 admitted within', 75, 230),
    ('stay 01 admitted within', 100, 240),
    ('stay 01 discharged over', 0, 240), ('stay 01 discharged over', 25, 252), ('stay 01 discharged over', 50, 284),
    ('stay 01 discharged over', 75, 344), ('stay 01 discharged over', 90, 448), ('stay 01 discharged over', 97, 610),
    ('stay 01 discharged over', 99, 800), ('stay 01 discharged over', 100, 1300),
    ('stay 01 admitted over', 0, 240), ('stay 01 admitted over', 15, 251), ('stay 01 admitted over', 40, 308),
    ('stay 01 admitted over', 60, 380), ('stay 01 admitted over', 80, 522), ('stay 01 admitted over', 90, 664),
    ('stay 01 admitted over', 97, 930), ('stay 01 admitted over', 99, 1220), ('stay 01 admitted over', 100, 2400),
    ('stay 02 within', 0, 10), ('stay 02 within', 25, 62), ('stay 02 within', 50, 104), ('stay 02 within', 75, 152),
    ('stay 02 within', 90, 201), ('stay 02 within', 97, 231), ('stay 02 within', 100, 240),
    ('stay other within', 0, 4), ('stay other within', 10, 26), ('stay other within', 40, 66), ('stay other within', 70, 121),
    ('stay other within', 88, 189), ('stay other within', 95, 227), ('stay other within', 100, 240),
    ('stay other over', 0, 240), ('stay other over', 40, 255), ('stay other over', 70, 291), ('stay other over', 90, 382),
    ('stay other over', 100, 620),
    -- Minutes from departure until the attendance is written up; the second curve is that of the last days before the year's end.
    ('write-up', 0, 8), ('write-up', 50, 75), ('write-up', 75, 240), ('write-up', 95, 1440), ('write-up', 100, 4200),
    ('write-up at year end', 0, 2), ('write-up at year end', 80, 20), ('write-up at year end', 100, 60),
    -- Ages in years.
    ('age 01 discharged', 0, 0), ('age 01 discharged', 11, 5), ('age 01 discharged', 25, 18), ('age 01 discharged', 50, 30),
    ('age 01 discharged', 73, 45), ('age 01 discharged', 91, 65), ('age 01 discharged', 97, 80), ('age 01 discharged', 100, 95),
    ('age 01 admitted', 0, 0), ('age 01 admitted', 8, 5), ('age 01 admitted', 14, 18), ('age 01 admitted', 40, 45),
    ('age 01 admitted', 60, 65), ('age 01 admitted', 80, 80), ('age 01 admitted', 95, 91), ('age 01 admitted', 100, 99),
    ('age 02', 0, 0), ('age 02', 6, 5), ('age 02', 15, 18), ('age 02', 50, 42), ('age 02', 75, 62), ('age 02', 92, 80),
    ('age 02', 100, 93),
    ('age other', 0, 0), ('age other', 14, 5), ('age other', 30, 18), ('age other', 75, 42), ('age other', 92, 62),
    ('age other', 98, 78), ('age other', 100, 90);
