-- building.curve_point of cancer pathways: waits in days, from one step of a pathway to the next.
insert into building.curve_point
values
    ('cancer seen within', 0, 1), ('cancer seen within', 10, 4), ('cancer seen within', 30, 8), ('cancer seen within', 60, 11),
    ('cancer seen within', 85, 13), ('cancer seen within', 100, 15),
    ('cancer seen over', 0, 15), ('cancer seen over', 40, 17), ('cancer seen over', 70, 21), ('cancer seen over', 90, 28),
    ('cancer seen over', 100, 49),
    ('cancer seen unhurried', 0, 0), ('cancer seen unhurried', 40, 7), ('cancer seen unhurried', 80, 21), ('cancer seen unhurried', 100, 45),
    -- From first seen to being told that it is not cancer.
    ('cancer ruled out', 0, 0), ('cancer ruled out', 20, 3), ('cancer ruled out', 50, 15), ('cancer ruled out', 75, 30),
    ('cancer ruled out', 90, 48), ('cancer ruled out', 97, 60), ('cancer ruled out', 99, 78), ('cancer ruled out', 100, 118),
    -- From referral to treatment at the trust that saw the patient first.
    ('cancer treated within', 0, 9), ('cancer treated within', 10, 24), ('cancer treated within', 30, 38), ('cancer treated within', 60, 52),
    ('cancer treated within', 80, 58), ('cancer treated within', 100, 63),
    ('cancer treated over', 0, 65), ('cancer treated over', 20, 69), ('cancer treated over', 45, 78), ('cancer treated over', 70, 92),
    ('cancer treated over', 86, 110), ('cancer treated over', 95, 145), ('cancer treated over', 100, 230),
    -- From referral to transfer, and from transfer to treatment.
    ('cancer transferred', 0, 8), ('cancer transferred', 10, 18), ('cancer transferred', 25, 27), ('cancer transferred', 50, 36),
    ('cancer transferred', 75, 47), ('cancer transferred', 90, 64), ('cancer transferred', 97, 88), ('cancer transferred', 100, 140),
    ('cancer after transfer', 0, 3), ('cancer after transfer', 15, 11), ('cancer after transfer', 40, 18), ('cancer after transfer', 62, 24),
    ('cancer after transfer', 78, 31), ('cancer after transfer', 91, 45), ('cancer after transfer', 97, 66), ('cancer after transfer', 100, 110),
    -- From the decision to treat to treatment.
    ('cancer decided within', 0, 0), ('cancer decided within', 20, 3), ('cancer decided within', 45, 9), ('cancer decided within', 70, 17),
    ('cancer decided within', 90, 25), ('cancer decided within', 100, 30),
    ('cancer decided over', 0, 33), ('cancer decided over', 60, 39), ('cancer decided over', 90, 50), ('cancer decided over', 100, 72),
    -- Ages in years.
    ('age suspected cancer', 0, 16), ('age suspected cancer', 10, 35), ('age suspected cancer', 30, 49), ('age suspected cancer', 60, 63),
    ('age suspected cancer', 85, 77), ('age suspected cancer', 97, 87), ('age suspected cancer', 100, 96),
    ('age cancer', 0, 22), ('age cancer', 10, 46), ('age cancer', 30, 59), ('age cancer', 60, 70), ('age cancer', 85, 80),
    ('age cancer', 97, 88), ('age cancer', 100, 97);
