-- Inpatient spells: their small dimensions, and the fact.
create table star.dim_admission_method (
    admission_method_key smallint not null,
    admission_method_code text not null,
    admission_method_name text not null,
    admission_group text not null
);

-- Codes: NHS Data Dictionary, admission method.
insert into star.dim_admission_method
values
    (0, 'unknown', 'Unknown', 'other'),
    (1, '11', 'Elective: waiting list', 'elective'),
    (2, '12', 'Elective: booked', 'elective'),
    (3, '13', 'Elective: planned', 'elective'),
    (4, '21', 'Emergency: A&E of this provider', 'emergency'),
    (5, '22', 'Emergency: general practitioner', 'emergency'),
    (6, '23', 'Emergency: bed bureau', 'emergency'),
    (7, '24', 'Emergency: consultant clinic', 'emergency'),
    (8, '25', 'Emergency: mental health crisis resolution team', 'emergency'),
    (9, '2A', 'Emergency: A&E of another provider', 'emergency'),
    (10, '2B', 'Emergency: transfer from another provider', 'emergency'),
    (11, '2C', 'Emergency: baby born at home as intended', 'emergency'),
    (12, '2D', 'Emergency: other means', 'emergency'),
    (13, '28', 'Emergency: other means (before 2013)', 'emergency'),
    (14, '31', 'Maternity: ante-partum', 'maternity'),
    (15, '32', 'Maternity: post-partum', 'maternity'),
    (16, '81', 'Transfer from another provider, no emergency', 'other'),
    (17, '82', 'Birth at this provider', 'birth'),
    (18, '83', 'Birth outside this provider', 'birth'),
    (19, '84', 'Other admission (84)', 'other'),
    (20, '89', 'Other admission (89)', 'other');

comment on table star.dim_admission_method is 'Grain: one row per admission method. Key 0 is the unknown member.';
comment on column star.dim_admission_method.admission_method_key is 'Key; facts join on it.';
comment on column star.dim_admission_method.admission_method_code is 'National code, such as 21.';
comment on column star.dim_admission_method.admission_method_name is 'What the code means.';
comment on column star.dim_admission_method.admission_group is 'elective, emergency, maternity, birth or other.';

create table star.dim_point_of_delivery (
    point_of_delivery_key smallint not null,
    point_of_delivery_code text not null,
    point_of_delivery_name text not null
);

-- As commissioners in London derive them from admission method, classification and nights.
insert into star.dim_point_of_delivery
values
    (0, 'OTHER', 'Other, or admission method unknown'),
    (1, 'DC', 'Day case'),
    (2, 'EL', 'Ordinary elective'),
    (3, 'RA', 'Regular day or night attender'),
    (4, 'NEL-ZLOS', 'Emergency, discharged on the day of admission'),
    (5, 'NEL-LOS+1', 'Emergency, one night or more, or still in hospital'),
    (6, 'NELNE', 'Maternity and births'),
    (7, 'TRANSFERS', 'Transfer from another provider, no emergency');

comment on table star.dim_point_of_delivery is 'Grain: one row per point of delivery of inpatient care. Key 0 is other or unknown.';
comment on column star.dim_point_of_delivery.point_of_delivery_key is 'Key; facts join on it.';
comment on column star.dim_point_of_delivery.point_of_delivery_code is 'Code, such as DC.';
comment on column star.dim_point_of_delivery.point_of_delivery_name is 'What the code means.';

create table star.fact_inpatient_spell (
    spell_id bigint not null,
    provider_key integer not null,
    commissioner_key integer not null,
    admission_method_key smallint not null,
    point_of_delivery_key smallint not null,
    first_specialty_key smallint not null,
    last_specialty_key smallint not null,
    age_band_key smallint not null,
    admission_date date not null,
    discharge_date date,
    admitted_at timestamp not null,
    discharged_at timestamp,
    length_of_stay_days integer,
    is_emergency boolean not null,
    is_elective boolean not null,
    is_day_case boolean not null,
    is_maternity boolean not null,
    is_zero_day boolean not null,
    is_readmission_index boolean not null,
    is_readmission_candidate boolean not null,
    episode_count smallint not null,
    patient_pseudonym uuid,
    sex_code text,
    site_code text,
    patient_classification_code text not null,
    intended_management_code text,
    discharge_method_code text,
    discharge_destination_code text,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_inpatient_spell is 'Grain: one row per spell in hospital (spell_id): admission to discharge at one provider. Spells that go on have no discharge. Clock times are London wall time as supplied.';
comment on column star.fact_inpatient_spell.spell_id is 'The source''s number of the spell.';
comment on column star.fact_inpatient_spell.provider_key is 'Provider that the patient was admitted to; dim_organisation.';
comment on column star.fact_inpatient_spell.commissioner_key is 'CCG of the patient''s residence; dim_organisation, 0 when not known.';
comment on column star.fact_inpatient_spell.admission_method_key is 'How the patient was admitted; dim_admission_method.';
comment on column star.fact_inpatient_spell.point_of_delivery_key is 'Point of delivery; dim_point_of_delivery.';
comment on column star.fact_inpatient_spell.first_specialty_key is 'Treatment function of the first episode; dim_specialty.';
comment on column star.fact_inpatient_spell.last_specialty_key is 'Treatment function of the last episode; dim_specialty.';
comment on column star.fact_inpatient_spell.age_band_key is 'Age band on admission; dim_age_band.';
comment on column star.fact_inpatient_spell.admission_date is 'Day of admission; dim_date.';
comment on column star.fact_inpatient_spell.discharge_date is 'Day of discharge; dim_date. Null while the patient is in hospital.';
comment on column star.fact_inpatient_spell.admitted_at is 'Admission.';
comment on column star.fact_inpatient_spell.discharged_at is 'Discharge, death or transfer; null while the patient is in hospital.';
comment on column star.fact_inpatient_spell.length_of_stay_days is 'Midnights from admission to discharge: 0 on the same day; null while the patient is in hospital.';
comment on column star.fact_inpatient_spell.is_emergency is 'Admission method 21 to 2D or 28.';
comment on column star.fact_inpatient_spell.is_elective is 'Admission method 11 to 13, ordinary or day case; regular attenders are not in it.';
comment on column star.fact_inpatient_spell.is_day_case is 'Elective, managed as a day case as intended, without a night.';
comment on column star.fact_inpatient_spell.is_maternity is 'Admission method 31 or 32.';
comment on column star.fact_inpatient_spell.is_zero_day is 'Discharged on the day of admission.';
comment on column star.fact_inpatient_spell.is_readmission_index is 'A discharge that a readmission is looked for after: emergency or ordinary elective, alive, patient known.';
comment on column star.fact_inpatient_spell.is_readmission_candidate is 'An emergency admission that counts as a readmission when it follows such a discharge: not to obstetrics, midwifery or oncology, patient known.';
comment on column star.fact_inpatient_spell.episode_count is 'Consultant episodes of the spell; 0 when none is recorded.';
comment on column star.fact_inpatient_spell.patient_pseudonym is 'Keyed pseudonym of the NHS number: the same person has the same one in every feed; null without a valid number.';
comment on column star.fact_inpatient_spell.sex_code is '1 male, 2 female, 9 not stated.';
comment on column star.fact_inpatient_spell.site_code is 'Site that admitted the patient, trust code and two more.';
comment on column star.fact_inpatient_spell.patient_classification_code is '1 ordinary, 2 day case, 3 regular day, 4 regular night, 5 delivery facilities only.';
comment on column star.fact_inpatient_spell.intended_management_code is '1 one night at least, 2 day case, 3 regular day, 4 regular night, as intended on admission.';
comment on column star.fact_inpatient_spell.discharge_method_code is '1 on clinical advice, 2 by the patient, 3 by a tribunal, 4 died, 5 stillbirth, 8 not finished.';
comment on column star.fact_inpatient_spell.discharge_destination_code is 'Where to, as supplied: 19 is the usual residence, 79 none because the patient died.';
comment on column star.fact_inpatient_spell.modified_at is 'When the source last changed the spell or one of its episodes.';
comment on column star.fact_inpatient_spell.batch_key is 'Batch that last wrote the row; ops.batch.';
