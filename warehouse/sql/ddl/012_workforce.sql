-- Workforce: temporary shifts, the pay bill and the agency ceilings, with the dimensions of staff groups and pay categories.
create table star.dim_staff_group (
    staff_group_key smallint not null,
    staff_group_code text not null,
    staff_group_name text not null,
    price_cap_group text not null
);

insert into star.dim_staff_group
values
    (0, 'unknown', 'Unknown', 'unknown'),
    (1, 'NUR', 'Registered nurses and midwives', 'clinical'),
    (2, 'HCS', 'Healthcare support workers', 'clinical'),
    (3, 'MCO', 'Medical consultants', 'clinical'),
    (4, 'MJR', 'Junior doctors and other medical grades', 'junior doctors'),
    (5, 'AHP', 'Allied health professionals', 'clinical'),
    (6, 'SCI', 'Scientific and technical staff', 'clinical'),
    (7, 'ADM', 'Administrative and clerical staff', 'non-clinical'),
    (8, 'ANC', 'Ancillary staff', 'non-clinical');

comment on table star.dim_staff_group is 'Grain: one row per staff group, keyed on its code. Key 0 is the unknown member.';
comment on column star.dim_staff_group.staff_group_key is 'Key; facts join on it.';
comment on column star.dim_staff_group.staff_group_code is 'Code in the staffing systems and the ledgers, such as NUR.';
comment on column star.dim_staff_group.staff_group_name is 'What the code means.';
comment on column star.dim_staff_group.price_cap_group is 'The heading under which price caps were set until March 2016: clinical, junior doctors or non-clinical; one cap holds for all since.';

create table star.dim_pay_category (
    pay_category_key smallint not null,
    pay_category_code text not null,
    pay_category_name text not null
);

insert into star.dim_pay_category
values
    (0, 'unknown', 'Unknown'),
    (1, 'SUBSTANTIVE', 'Own staff on the payroll'),
    (2, 'BANK', 'The trust''s own bank'),
    (3, 'AGENCY', 'Agency'),
    (4, 'UNFILLED', 'Requested, and worked by nobody');

comment on table star.dim_pay_category is 'Grain: one row per way in which work is staffed and paid. Key 0 is the unknown member.';
comment on column star.dim_pay_category.pay_category_key is 'Key; facts join on it.';
comment on column star.dim_pay_category.pay_category_code is 'SUBSTANTIVE, BANK, AGENCY, or UNFILLED for a shift that nobody was paid for.';
comment on column star.dim_pay_category.pay_category_name is 'What the code means.';

create table star.fact_agency_shift (
    shift_id bigint not null,
    provider_key integer not null,
    staff_group_key smallint not null,
    pay_category_key smallint not null,
    shift_date date not null,
    pay_band_code text,
    is_night boolean not null,
    hours decimal(5, 2) not null,
    hourly_rate_gbp decimal(8, 2),
    cap_rate_gbp decimal(8, 2),
    cost_gbp decimal(10, 2),
    is_above_cap boolean,
    is_override_reported boolean,
    is_on_framework boolean,
    supplier_code text,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_agency_shift is 'Grain: one row per temporary shift that was requested (shift_id): worked by the bank, by an agency, or unfilled.';
comment on column star.fact_agency_shift.shift_id is 'The source''s number of the shift.';
comment on column star.fact_agency_shift.provider_key is 'Provider that requested the shift; dim_organisation.';
comment on column star.fact_agency_shift.staff_group_key is 'Staff group; dim_staff_group, 0 when the code is not known.';
comment on column star.fact_agency_shift.pay_category_key is 'Bank, agency or unfilled; dim_pay_category.';
comment on column star.fact_agency_shift.shift_date is 'Day on which the shift begins; dim_date.';
comment on column star.fact_agency_shift.pay_band_code is 'Agenda for Change band, or grade of a doctor, as supplied.';
comment on column star.fact_agency_shift.is_night is 'A night shift.';
comment on column star.fact_agency_shift.hours is 'Hours of the shift, in quarters.';
comment on column star.fact_agency_shift.hourly_rate_gbp is 'Pounds paid an hour; null when unfilled.';
comment on column star.fact_agency_shift.cap_rate_gbp is 'The capped hourly rate in force for the shift; null before 23 November 2015 and where no agency worked it.';
comment on column star.fact_agency_shift.cost_gbp is 'Hours by rate; null when unfilled.';
comment on column star.fact_agency_shift.is_above_cap is 'Paid above the cap; null where none was in force.';
comment on column star.fact_agency_shift.is_override_reported is 'Reported as an override of the cap (break glass), as supplied; null where no cap was in force.';
comment on column star.fact_agency_shift.is_on_framework is 'Bought through an approved framework; null where no agency worked it.';
comment on column star.fact_agency_shift.supplier_code is 'Agency that supplied the worker, as supplied; null where none did.';
comment on column star.fact_agency_shift.modified_at is 'When the source last changed the row.';
comment on column star.fact_agency_shift.batch_key is 'Batch that last wrote the row; ops.batch.';

create table star.fact_pay (
    provider_key integer not null,
    month_date date not null,
    staff_group_key smallint not null,
    pay_category_key smallint not null,
    staff_group_code text not null,
    amount_gbp decimal(14, 2) not null,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_pay is 'Grain: one row per provider, month, staff group and pay category of the pay bill, as last returned by the ledgers.';
comment on column star.fact_pay.provider_key is 'Provider that paid; dim_organisation.';
comment on column star.fact_pay.month_date is 'First day of the month; dim_date.';
comment on column star.fact_pay.staff_group_key is 'Staff group; dim_staff_group, 0 when the code is not known.';
comment on column star.fact_pay.pay_category_key is 'Substantive, bank or agency; dim_pay_category.';
comment on column star.fact_pay.staff_group_code is 'The staff group as the ledger has it, which names the line where its code is not known to us.';
comment on column star.fact_pay.amount_gbp is 'Pay of the month in pounds, accruals included.';
comment on column star.fact_pay.modified_at is 'When the ledger last changed the line: within the month an estimate, after it the closed figure.';
comment on column star.fact_pay.batch_key is 'Batch that last wrote the row; ops.batch.';

create table star.fact_agency_ceiling (
    provider_key integer not null,
    month_date date not null,
    ceiling_gbp decimal(14, 2) not null,
    batch_key integer not null
);

comment on table star.fact_agency_ceiling is 'Grain: one row per provider and month: the agency ceiling as NHS Improvement last set it; months to come included.';
comment on column star.fact_agency_ceiling.provider_key is 'Provider; dim_organisation.';
comment on column star.fact_agency_ceiling.month_date is 'First day of the month; dim_date.';
comment on column star.fact_agency_ceiling.ceiling_gbp is 'The most to be spent on agency staff in the month, in pounds.';
comment on column star.fact_agency_ceiling.batch_key is 'Batch that last wrote the row; ops.batch.';
