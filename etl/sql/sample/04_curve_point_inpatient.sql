-- building.curve_point of inpatients: stays in nights (of those who stay at all), clock times in minutes after midnight, ages in years.
insert into building.curve_point
values
    ('nights emergency', 0, 1), ('nights emergency', 31, 2), ('nights emergency', 50, 3), ('nights emergency', 62, 4),
    ('nights emergency', 71, 5), ('nights emergency', 78, 6), ('nights emergency', 83, 7), ('nights emergency', 90, 11),
    ('nights emergency', 96, 21), ('nights emergency', 98, 30), ('nights emergency', 99, 42), ('nights emergency', 100, 105),
    ('nights elective', 0, 1), ('nights elective', 38, 2), ('nights elective', 58, 3), ('nights elective', 71, 4),
    ('nights elective', 83, 6), ('nights elective', 92, 9), ('nights elective', 97, 15), ('nights elective', 100, 50),
    ('nights maternity', 0, 1), ('nights maternity', 50, 2), ('nights maternity', 75, 3), ('nights maternity', 92, 4),
    ('nights maternity', 100, 10),
    ('nights transfer', 0, 1), ('nights transfer', 20, 3), ('nights transfer', 60, 8), ('nights transfer', 90, 21),
    ('nights transfer', 100, 60),
    ('days until back', 0, 0), ('days until back', 20, 2), ('days until back', 40, 5), ('days until back', 60, 10),
    ('days until back', 80, 18), ('days until back', 100, 30),
    ('admitted directly', 0, 0), ('admitted directly', 8, 420), ('admitted directly', 30, 720), ('admitted directly', 60, 960),
    ('admitted directly', 85, 1200), ('admitted directly', 100, 1440),
    ('admitted planned', 0, 390), ('admitted planned', 55, 480), ('admitted planned', 80, 690), ('admitted planned', 95, 810),
    ('admitted planned', 100, 1020),
    ('left after nights', 0, 480), ('left after nights', 10, 600), ('left after nights', 30, 720), ('left after nights', 50, 840),
    ('left after nights', 70, 930), ('left after nights', 85, 1050), ('left after nights', 95, 1170), ('left after nights', 100, 1320),
    ('age planned', 0, 0), ('age planned', 4, 5), ('age planned', 8, 18), ('age planned', 25, 42), ('age planned', 55, 61),
    ('age planned', 80, 73), ('age planned', 95, 83), ('age planned', 100, 97),
    ('age maternity', 0, 16), ('age maternity', 10, 22), ('age maternity', 50, 31), ('age maternity', 90, 39),
    ('age maternity', 100, 46);
