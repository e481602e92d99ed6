-- dim_department_type, dim_age_band: the small dimensions of A&E attendances.
create table star.dim_department_type (
    department_type_key smallint not null,
    department_type_code text not null,
    department_type_name text not null,
    department_group text not null
);

-- Codes: NHS Data Dictionary, A&E department type. Published returns report 03 and 04 together as other (type 3).
insert into star.dim_department_type
values
    (0, 'unknown', 'Unknown', 'unknown'),
    (1, '01', 'Consultant-led 24-hour emergency department', '1'),
    (2, '02', 'Consultant-led single specialty (eye, dental)', '2'),
    (3, '03', 'Other A&E, minor injury unit, urgent treatment centre', 'other'),
    (4, '04', 'NHS walk-in centre', 'other'),
    (5, '05', 'Same-day emergency care', 'same-day'),
    (99, '99', 'Not known', 'unknown');

comment on table star.dim_department_type is 'Grain: one row per A&E department type. Key 0 is the unknown member.';
comment on column star.dim_department_type.department_type_key is 'Key; facts join on it.';
comment on column star.dim_department_type.department_type_code is 'National code, 01 to 05 and 99.';
comment on column star.dim_department_type.department_type_name is 'What the code means.';
comment on column star.dim_department_type.department_group is 'The heading of published returns: 1, 2 or other; same-day and unknown stand under none.';

create table star.dim_age_band (
    age_band_key smallint not null,
    age_band text not null,
    age_from_years smallint,
    age_to_years smallint
);

insert into star.dim_age_band
values
    (0, 'unknown', null, null),
    (1, '0-4', 0, 4),
    (2, '5-17', 5, 17),
    (3, '18-39', 18, 39),
    (4, '40-64', 40, 64),
    (5, '65-74', 65, 74),
    (6, '75-84', 75, 84),
    (7, '85+', 85, null);

comment on table star.dim_age_band is 'Grain: one row per band of age in whole years. Key 0 is the unknown member. Birth dates are never held.';
comment on column star.dim_age_band.age_band_key is 'Key; facts join on it.';
comment on column star.dim_age_band.age_band is 'The band as text, such as 18-39.';
comment on column star.dim_age_band.age_from_years is 'Youngest age in the band, inside.';
comment on column star.dim_age_band.age_to_years is 'Oldest age in the band, inside; null for the last.';
