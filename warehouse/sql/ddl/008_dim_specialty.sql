-- dim_specialty: one row per treatment function, keyed on its code: names changed over the years, codes did not.
create table star.dim_specialty (
    specialty_key smallint not null,
    specialty_code text not null,
    specialty_name text not null,
    rtt_code text not null,
    rtt_name text not null,
    is_surgical boolean not null
);

-- Codes: NHS Data Dictionary, treatment function. The RTT return names nineteen of them (X01 holds the others until March 2021).
insert into star.dim_specialty
values
    (0, 'unknown', 'Unknown', 'X01', 'Other', false),
    (1, '100', 'General surgery', '100', 'General surgery', true),
    (2, '101', 'Urology', '101', 'Urology', true),
    (3, '110', 'Trauma and orthopaedics', '110', 'Trauma and orthopaedics', true),
    (4, '120', 'Ear, nose and throat', '120', 'Ear, nose and throat', true),
    (5, '130', 'Ophthalmology', '130', 'Ophthalmology', true),
    (6, '140', 'Oral surgery', '140', 'Oral surgery', true),
    (7, '150', 'Neurosurgery', '150', 'Neurosurgery', true),
    (8, '160', 'Plastic surgery', '160', 'Plastic surgery', true),
    (9, '170', 'Cardiothoracic surgery', '170', 'Cardiothoracic surgery', true),
    (10, '300', 'General internal medicine', '300', 'General internal medicine', false),
    (11, '301', 'Gastroenterology', '301', 'Gastroenterology', false),
    (12, '320', 'Cardiology', '320', 'Cardiology', false),
    (13, '330', 'Dermatology', '330', 'Dermatology', false),
    (14, '340', 'Respiratory medicine', '340', 'Respiratory medicine', false),
    (15, '400', 'Neurology', '400', 'Neurology', false),
    (16, '410', 'Rheumatology', '410', 'Rheumatology', false),
    (17, '430', 'Elderly medicine', '430', 'Elderly medicine', false),
    (18, '502', 'Gynaecology', '502', 'Gynaecology', true),
    (19, 'X01', 'Other, as returned', 'X01', 'Other', false),
    (20, '171', 'Paediatric surgery', 'X01', 'Other', true),
    (21, '180', 'Accident and emergency', 'X01', 'Other', false),
    (22, '190', 'Anaesthetics', 'X01', 'Other', true),
    (23, '191', 'Pain management', 'X01', 'Other', false),
    (24, '192', 'Critical care medicine', 'X01', 'Other', false),
    (25, '302', 'Endocrinology', 'X01', 'Other', false),
    (26, '303', 'Clinical haematology', 'X01', 'Other', false),
    (27, '307', 'Diabetic medicine', 'X01', 'Other', false),
    (28, '314', 'Rehabilitation', 'X01', 'Other', false),
    (29, '350', 'Infectious diseases', 'X01', 'Other', false),
    (30, '361', 'Nephrology', 'X01', 'Other', false),
    (31, '370', 'Medical oncology', 'X01', 'Other', false),
    (32, '420', 'Paediatrics', 'X01', 'Other', false),
    (33, '422', 'Neonatology', 'X01', 'Other', false),
    (34, '424', 'Well babies', 'X01', 'Other', false),
    (35, '501', 'Obstetrics', 'X01', 'Other', false),
    (36, '503', 'Gynaecological oncology', 'X01', 'Other', true),
    (37, '560', 'Midwifery', 'X01', 'Other', false),
    (38, '650', 'Physiotherapy', 'X01', 'Other', false),
    (39, '800', 'Clinical oncology', 'X01', 'Other', false),
    (40, '811', 'Interventional radiology', 'X01', 'Other', false),
    (41, 'X02', 'Other medical, as returned', 'X02', 'Other medical', false),
    (42, 'X03', 'Other mental health, as returned', 'X03', 'Other mental health', false),
    (43, 'X04', 'Other paediatric, as returned', 'X04', 'Other paediatric', false),
    (44, 'X05', 'Other surgical, as returned', 'X05', 'Other surgical', true),
    (45, 'X06', 'Other, as returned since April 2021', 'X06', 'Other', false);

comment on table star.dim_specialty is 'Grain: one row per treatment function (specialty). Key 0 is the unknown member.';
comment on column star.dim_specialty.specialty_key is 'Key; facts join on it.';
comment on column star.dim_specialty.specialty_code is 'National treatment function code, such as 110, or a heading of the RTT return that has no code of its own, such as X01.';
comment on column star.dim_specialty.specialty_name is 'What the code means, as it is called now.';
comment on column star.dim_specialty.rtt_code is 'The heading under which the RTT return of 2015 to March 2021 counts it: its own code, or X01 for other.';
comment on column star.dim_specialty.rtt_name is 'Name of that heading.';
comment on column star.dim_specialty.is_surgical is 'A specialty whose treatment is mostly an operation.';
