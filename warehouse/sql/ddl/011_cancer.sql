-- Cancer waiting times: tumour groups, routes of referral, and the fact of single pathways.
create table star.dim_tumour_group (
    tumour_group_key smallint not null,
    tumour_group_stage text not null,
    tumour_group_code text not null,
    tumour_group_name text not null,
    tumour_group_family text not null
);

-- Names: NHS England's cancer waiting times files. Referrals name what is suspected (keys 1 to 17), treatments what was treated (101 on).
insert into star.dim_tumour_group
values
    (0, 'unknown', 'unknown', 'Unknown', 'unknown'),
    (1, 'suspected', 'BREAST', 'Suspected breast cancer', 'breast'),
    (2, 'suspected', 'CHILDREN', 'Suspected children''s cancer', 'other'),
    (3, 'suspected', 'LUNG', 'Suspected lung cancer', 'lung'),
    (4, 'suspected', 'HAEM', 'Suspected haematological malignancies excluding acute leukaemia', 'haematological'),
    (5, 'suspected', 'LEUKAEMIA', 'Suspected acute leukaemia', 'haematological'),
    (6, 'suspected', 'UGI', 'Suspected upper gastrointestinal cancer', 'upper_gastrointestinal'),
    (7, 'suspected', 'LGI', 'Suspected lower gastrointestinal cancer', 'lower_gastrointestinal'),
    (8, 'suspected', 'SKIN', 'Suspected skin cancer', 'skin'),
    (9, 'suspected', 'GYNAE', 'Suspected gynaecological cancer', 'gynaecological'),
    (10, 'suspected', 'BRAIN', 'Suspected brain or central nervous system tumours', 'other'),
    (11, 'suspected', 'URO', 'Suspected urological malignancies excluding testicular', 'urological'),
    (12, 'suspected', 'TESTIS', 'Suspected testicular cancer', 'urological'),
    (13, 'suspected', 'HN', 'Suspected head and neck cancer', 'head_and_neck'),
    (14, 'suspected', 'SARCOMA', 'Suspected sarcoma', 'other'),
    (15, 'suspected', 'NON-SPECIFIC', 'Suspected cancer, non-specific symptoms', 'other'),
    (16, 'suspected', 'OTHER', 'Other suspected cancer', 'other'),
    (17, 'suspected', 'BREAST-SYMPTOMS', 'Exhibited breast symptoms, cancer not initially suspected', 'breast'),
    (99, 'none', 'none', 'None named', 'none'),
    (101, 'treated', 'BREAST', 'Breast', 'breast'),
    (102, 'treated', 'GYNAE', 'Gynaecological', 'gynaecological'),
    (103, 'treated', 'HAEM-LYM', 'Haematological - Lymphoma', 'haematological'),
    (104, 'treated', 'HAEM-OTH', 'Haematological - Other', 'haematological'),
    (105, 'treated', 'HN', 'Head & Neck', 'head_and_neck'),
    (106, 'treated', 'LGI', 'Lower Gastrointestinal', 'lower_gastrointestinal'),
    (107, 'treated', 'LUNG', 'Lung', 'lung'),
    (108, 'treated', 'SKIN', 'Skin', 'skin'),
    (109, 'treated', 'UGI-HPB', 'Upper GI - Hepatobiliary', 'upper_gastrointestinal'),
    (110, 'treated', 'UGI-OG', 'Upper GI - Oesophagus & Stomach', 'upper_gastrointestinal'),
    (111, 'treated', 'URO-PRO', 'Urological - Prostate', 'urological'),
    (112, 'treated', 'URO-OTH', 'Urological - Other', 'urological'),
    (113, 'treated', 'OTHER', 'Other', 'other');

comment on table star.dim_tumour_group is 'Grain: one row per tumour group, as suspected in a referral or as treated. Key 0 is the unknown member, 99 none named.';
comment on column star.dim_tumour_group.tumour_group_key is 'Key; facts join on it.';
comment on column star.dim_tumour_group.tumour_group_stage is 'suspected, treated, none or unknown: the same code means different groups before and after diagnosis.';
comment on column star.dim_tumour_group.tumour_group_code is 'Code in the trusts'' cancer registers.';
comment on column star.dim_tumour_group.tumour_group_name is 'Heading of the published cancer waiting times files.';
comment on column star.dim_tumour_group.tumour_group_family is 'What suspected and treated groups share, such as breast or upper_gastrointestinal: compare referrals with treatments by it.';

create table star.dim_cancer_referral_route (
    cancer_referral_route_key smallint not null,
    cancer_referral_route_code text not null,
    cancer_referral_route_name text not null,
    two_week_standard text not null,
    sixty_two_day_clock text not null
);

-- Which standard a route stands under is data: the breast symptomatic route has no 62-day clock until a consultant upgrades it.
insert into star.dim_cancer_referral_route
values
    (0, 'unknown', 'Unknown', 'none', 'none'),
    (1, '2WW', 'Urgent GP referral for suspected cancer (two-week wait)', 'urgent', 'urgent'),
    (2, 'BREAST', 'Breast symptoms, cancer not initially suspected', 'breast_symptomatic', 'none'),
    (3, 'SCREEN', 'NHS cancer screening service', 'none', 'screening'),
    (4, 'UPGRADE', 'Consultant''s decision to upgrade', 'none', 'upgrade'),
    (5, 'OTHER', 'Any other route', 'none', 'none');

comment on table star.dim_cancer_referral_route is 'Grain: one row per route by which patients come onto a cancer pathway, with the standards that it stands under. Key 0 is the unknown member.';
comment on column star.dim_cancer_referral_route.cancer_referral_route_key is 'Key; facts join on it.';
comment on column star.dim_cancer_referral_route.cancer_referral_route_code is 'Code in the trusts'' cancer registers.';
comment on column star.dim_cancer_referral_route.cancer_referral_route_name is 'What the code means.';
comment on column star.dim_cancer_referral_route.two_week_standard is 'urgent, breast_symptomatic or none: which 14-day standard its first appointments count in.';
comment on column star.dim_cancer_referral_route.sixty_two_day_clock is 'urgent, screening, upgrade or none: which 62-day standard its treatments count in.';

create table star.fact_cancer_pathway (
    pathway_id bigint not null,
    first_seen_provider_key integer not null,
    treating_provider_key integer not null,
    commissioner_key integer not null,
    cancer_referral_route_key smallint not null,
    suspected_tumour_group_key smallint not null,
    tumour_group_key smallint not null,
    age_band_key smallint not null,
    referred_date date not null,
    first_seen_date date,
    told_date date,
    transferred_date date,
    decided_to_treat_date date,
    treated_date date,
    ended_date date,
    day_105_date date,
    first_seen_days integer,
    told_days integer,
    transfer_days integer,
    after_transfer_days integer,
    decided_to_treated_days integer,
    treated_days integer,
    is_shared boolean not null,
    is_within_14_days boolean,
    is_within_31_days boolean,
    is_within_62_days boolean,
    first_seen_share decimal(2, 1),
    treating_share decimal(2, 1),
    first_seen_allocated_share decimal(2, 1),
    treating_allocated_share decimal(2, 1),
    outcome_code text not null,
    treatment_modality_code text,
    sex_code text,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_cancer_pathway is 'Grain: one row per cancer pathway (pathway_id), from referral to first treatment or to being told that it is not cancer. It grows as the pathway does.';
comment on column star.fact_cancer_pathway.pathway_id is 'The source''s number of the pathway.';
comment on column star.fact_cancer_pathway.first_seen_provider_key is 'Provider that first saw the patient; dim_organisation. The 14-day standard counts it.';
comment on column star.fact_cancer_pathway.treating_provider_key is 'Provider that treated the patient or, once transferred or decided, is to; dim_organisation, 0 until it is known. The 31-day standard counts it.';
comment on column star.fact_cancer_pathway.commissioner_key is 'CCG of the patient''s residence; dim_organisation, 0 when not known.';
comment on column star.fact_cancer_pathway.cancer_referral_route_key is 'How the patient came; dim_cancer_referral_route.';
comment on column star.fact_cancer_pathway.suspected_tumour_group_key is 'What the referral suspected; dim_tumour_group, 99 when it named none.';
comment on column star.fact_cancer_pathway.tumour_group_key is 'The cancer found; dim_tumour_group, 99 while none is.';
comment on column star.fact_cancer_pathway.age_band_key is 'Age band on referral; dim_age_band.';
comment on column star.fact_cancer_pathway.referred_date is 'Day 0: receipt of the referral, of the screening result or of the upgrade; dim_date.';
comment on column star.fact_cancer_pathway.first_seen_date is 'Day first seen: the 14-day clock stops; null while not seen.';
comment on column star.fact_cancer_pathway.told_date is 'Day on which the patient was told cancer or not; null until then.';
comment on column star.fact_cancer_pathway.transferred_date is 'Day of transfer to another provider for treatment; null when not transferred.';
comment on column star.fact_cancer_pathway.decided_to_treat_date is 'Day of the decision to treat: the 31-day clock starts; null until then.';
comment on column star.fact_cancer_pathway.treated_date is 'Day of the first treatment: the 31-day and 62-day clocks stop; null until then.';
comment on column star.fact_cancer_pathway.ended_date is 'Day treated, or told that it is not cancer; null while the pathway is in progress.';
comment on column star.fact_cancer_pathway.day_105_date is 'Day 105 of a pathway under a 62-day clock that had not ended by day 104; it may lie ahead while the pathway is in progress.';
comment on column star.fact_cancer_pathway.first_seen_days is 'Days from referral to first seen.';
comment on column star.fact_cancer_pathway.told_days is 'Days from referral to being told.';
comment on column star.fact_cancer_pathway.transfer_days is 'Days from referral to transfer: day 38 is the last one in time.';
comment on column star.fact_cancer_pathway.after_transfer_days is 'Days from transfer to treatment: the treating provider has 24.';
comment on column star.fact_cancer_pathway.decided_to_treated_days is 'Days from the decision to treat to treatment.';
comment on column star.fact_cancer_pathway.treated_days is 'Days from referral to treatment.';
comment on column star.fact_cancer_pathway.is_shared is 'Treated by another provider than first saw the patient.';
comment on column star.fact_cancer_pathway.is_within_14_days is 'First seen within 14 days of referral: exactly 14 passes; null while not seen or outside both 14-day standards.';
comment on column star.fact_cancer_pathway.is_within_31_days is 'Treated within 31 days of the decision: exactly 31 passes; null until treated.';
comment on column star.fact_cancer_pathway.is_within_62_days is 'Treated within 62 days of referral: exactly 62 passes; null until treated or under no 62-day clock.';
comment on column star.fact_cancer_pathway.first_seen_share is 'Part of the treated 62-day pathway that published figures count to the first-seen provider: 1, or 0.5 when shared.';
comment on column star.fact_cancer_pathway.treating_share is 'Part of it that published figures count to the treating provider: 0.5 when shared, 0 when first seen there too.';
comment on column star.fact_cancer_pathway.first_seen_allocated_share is 'Part of it, a success or a breach as is_within_62_days says, that the day-38 rule gives to the first-seen provider.';
comment on column star.fact_cancer_pathway.treating_allocated_share is 'Part of it that the day-38 rule gives to the treating provider.';
comment on column star.fact_cancer_pathway.outcome_code is 'C cancer, N not cancer, O open: not told yet.';
comment on column star.fact_cancer_pathway.treatment_modality_code is 'SUR surgery, DRU anti-cancer drugs, RAD radiotherapy, OTH other, palliative care and active monitoring included.';
comment on column star.fact_cancer_pathway.sex_code is '1 male, 2 female, 9 not stated.';
comment on column star.fact_cancer_pathway.modified_at is 'When the source last changed the row.';
comment on column star.fact_cancer_pathway.batch_key is 'Batch that last wrote the row; ops.batch.';
