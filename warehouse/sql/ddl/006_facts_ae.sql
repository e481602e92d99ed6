-- The facts of A&E: single attendances, and the published monthly return.
create table star.fact_ae_attendance (
    attendance_id bigint not null,
    provider_key integer not null,
    commissioner_key integer not null,
    department_type_key smallint not null,
    age_band_key smallint not null,
    arrival_date date not null,
    arrived_at timestamp not null,
    initial_assessment_at timestamp,
    seen_at timestamp,
    decided_to_admit_at timestamp,
    departed_at timestamp not null,
    stay_minutes integer not null,
    is_within_four_hours boolean not null,
    is_admitted boolean not null,
    is_planned_follow_up boolean not null,
    patient_pseudonym uuid,
    sex_code text,
    postcode_area text,
    site_code text,
    data_set_code text not null,
    attendance_category_code text,
    arrival_mode_code text,
    referral_source_code text,
    disposal_code text,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_ae_attendance is 'Grain: one row per A&E attendance (attendance_id). Clock times are London wall time as supplied.';
comment on column star.fact_ae_attendance.attendance_id is 'The source''s number of the attendance.';
comment on column star.fact_ae_attendance.provider_key is 'Provider that ran the department; dim_organisation.';
comment on column star.fact_ae_attendance.commissioner_key is 'CCG of the patient''s residence; dim_organisation, 0 when not known.';
comment on column star.fact_ae_attendance.department_type_key is 'Type of department; dim_department_type.';
comment on column star.fact_ae_attendance.age_band_key is 'Age band on arrival; dim_age_band.';
comment on column star.fact_ae_attendance.arrival_date is 'Day of arrival; dim_date.';
comment on column star.fact_ae_attendance.arrived_at is 'Arrival: the four-hour clock starts.';
comment on column star.fact_ae_attendance.initial_assessment_at is 'Initial assessment; null when not recorded.';
comment on column star.fact_ae_attendance.seen_at is 'First seen for treatment; null when not recorded.';
comment on column star.fact_ae_attendance.decided_to_admit_at is 'Decision to admit; null when not admitted.';
comment on column star.fact_ae_attendance.departed_at is 'Departure (admitted, transferred or discharged): the clock stops.';
comment on column star.fact_ae_attendance.stay_minutes is 'Minutes from arrival to departure, by the wall clock: up to 60 out when a clock change falls between.';
comment on column star.fact_ae_attendance.is_within_four_hours is 'Departed within 240 minutes of arrival: exactly 240 passes, more is a breach.';
comment on column star.fact_ae_attendance.is_admitted is 'The attendance ended in admission to this provider.';
comment on column star.fact_ae_attendance.is_planned_follow_up is 'A planned follow-up, which the four-hour standard leaves out.';
comment on column star.fact_ae_attendance.patient_pseudonym is 'Keyed pseudonym of the NHS number: the same person has the same one; null without a valid number.';
comment on column star.fact_ae_attendance.sex_code is '1 male, 2 female, 9 not stated.';
comment on column star.fact_ae_attendance.postcode_area is 'The letters that the postcode of residence begins with, such as SE.';
comment on column star.fact_ae_attendance.site_code is 'Site of the department, trust code and two more.';
comment on column star.fact_ae_attendance.data_set_code is 'AECDS or ECDS: the data set whose codes the row uses.';
comment on column star.fact_ae_attendance.attendance_category_code is 'Category of attendance in the codes of its data set; 2 and 3 changed meaning with ECDS.';
comment on column star.fact_ae_attendance.arrival_mode_code is 'Mode of arrival, as supplied.';
comment on column star.fact_ae_attendance.referral_source_code is 'Source of referral, as supplied.';
comment on column star.fact_ae_attendance.disposal_code is 'How the attendance ended; 01 is admission.';
comment on column star.fact_ae_attendance.modified_at is 'When the source last changed the row.';
comment on column star.fact_ae_attendance.batch_key is 'Batch that last wrote the row; ops.batch.';

create table star.fact_ae_monthly_return (
    organisation_key integer not null,
    month_date date not null,
    department_group text not null,
    attendances bigint not null,
    attendances_over_four_hours bigint,
    emergency_admissions bigint,
    batch_key integer not null
);

comment on table star.fact_ae_monthly_return is 'Grain: one row per organisation, month and department group of NHS England''s A&E monthly return, as last published.';
comment on column star.fact_ae_monthly_return.organisation_key is 'The organisation; dim_organisation.';
comment on column star.fact_ae_monthly_return.month_date is 'First day of the month; dim_date.';
comment on column star.fact_ae_monthly_return.department_group is 'Type of department as published: 1, 2 or other.';
comment on column star.fact_ae_monthly_return.attendances is 'Attendances in the month.';
comment on column star.fact_ae_monthly_return.attendances_over_four_hours is 'Attendances of more than four hours; null where none was published, which is not 0.';
comment on column star.fact_ae_monthly_return.emergency_admissions is 'Emergency admissions through this department; null where none was published.';
comment on column star.fact_ae_monthly_return.batch_key is 'Batch that last wrote the row; ops.batch.';
