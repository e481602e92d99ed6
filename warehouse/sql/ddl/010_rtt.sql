-- Referral to treatment: open pathways by census, clock stops, and the published return, with their small dimensions.
create table star.dim_rtt_stop_status (
    stop_status_key smallint not null,
    stop_status_code text not null,
    stop_status_name text not null,
    is_treatment boolean not null
);

-- Codes: NHS Data Dictionary, referral to treatment period status, those that stop a clock.
insert into star.dim_rtt_stop_status
values
    (0, 'unknown', 'Unknown', false),
    (30, '30', 'First definitive treatment', true),
    (31, '31', 'Active monitoring, begun by the patient', false),
    (32, '32', 'Active monitoring, begun by the care professional', false),
    (33, '33', 'First appointment not attended', false),
    (34, '34', 'Decision not to treat', false),
    (35, '35', 'Treatment declined by the patient', false),
    (36, '36', 'Died before treatment', false);

comment on table star.dim_rtt_stop_status is 'Grain: one row per status that stops a referral-to-treatment clock. Key 0 is the unknown member.';
comment on column star.dim_rtt_stop_status.stop_status_key is 'Key; facts join on it.';
comment on column star.dim_rtt_stop_status.stop_status_code is 'National status code, 30 to 36.';
comment on column star.dim_rtt_stop_status.stop_status_name is 'What the code means.';
comment on column star.dim_rtt_stop_status.is_treatment is 'The clock stopped because treatment began.';

create table star.dim_rtt_part (
    part_key smallint not null,
    part_code text not null,
    part_name text not null
);

insert into star.dim_rtt_part
values
    (0, 'unknown', 'Unknown'),
    (1, 'PART_1A', 'Completed pathways, admitted'),
    (2, 'PART_1B', 'Completed pathways, not admitted'),
    (3, 'PART_2', 'Incomplete pathways'),
    (4, 'PART_2A', 'Incomplete pathways with a decision to admit, which PART_2 holds too'),
    (5, 'PART_3', 'New periods: clocks started in the month');

comment on table star.dim_rtt_part is 'Grain: one row per part of the RTT return. Key 0 is the unknown member. Never add up parts: PART_2A stands within PART_2.';
comment on column star.dim_rtt_part.part_key is 'Key; facts join on it.';
comment on column star.dim_rtt_part.part_code is 'The part as the return names it, in capitals.';
comment on column star.dim_rtt_part.part_name is 'What it counts.';

create table star.fact_rtt_open_pathway (
    census_date date not null,
    pathway_id bigint not null,
    provider_key integer not null,
    commissioner_key integer not null,
    specialty_key smallint not null,
    clock_start_date date not null,
    waited_days integer not null,
    band smallint not null,
    has_decision_to_admit boolean not null,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_rtt_open_pathway is 'Grain: one row per census and referral-to-treatment pathway open at it. A stock: choose one census, never add censuses up.';
comment on column star.fact_rtt_open_pathway.census_date is 'Day of the census, a month end; dim_date.';
comment on column star.fact_rtt_open_pathway.pathway_id is 'The source''s number of the pathway, the same at every census.';
comment on column star.fact_rtt_open_pathway.provider_key is 'Provider that the patient waits at; dim_organisation.';
comment on column star.fact_rtt_open_pathway.commissioner_key is 'CCG of the patient''s residence; dim_organisation, 0 when not known.';
comment on column star.fact_rtt_open_pathway.specialty_key is 'Treatment function; dim_specialty, 0 when not known.';
comment on column star.fact_rtt_open_pathway.clock_start_date is 'Day on which the clock started.';
comment on column star.fact_rtt_open_pathway.waited_days is 'Days from clock start to census; within 18 weeks is 126 or less.';
comment on column star.fact_rtt_open_pathway.band is 'Week of wait as the return bands it, 0 to 52: 0 to 7 days are band 0, 120 to 126 days band 17, 365 days and more band 52.';
comment on column star.fact_rtt_open_pathway.has_decision_to_admit is 'An admission had been decided on by then.';
comment on column star.fact_rtt_open_pathway.modified_at is 'When the source last changed the row of this census.';
comment on column star.fact_rtt_open_pathway.batch_key is 'Batch that last wrote the row; ops.batch.';

create table star.fact_rtt_clock_stop (
    pathway_id bigint not null,
    provider_key integer not null,
    commissioner_key integer not null,
    specialty_key smallint not null,
    stop_status_key smallint not null,
    clock_start_date date not null,
    clock_stop_date date not null,
    waited_days integer not null,
    band smallint not null,
    is_admitted boolean not null,
    is_within_18_weeks boolean not null,
    modified_at timestamp not null,
    batch_key integer not null
);

comment on table star.fact_rtt_clock_stop is 'Grain: one row per referral-to-treatment pathway whose clock stopped (pathway_id).';
comment on column star.fact_rtt_clock_stop.pathway_id is 'The source''s number of the pathway, the same as in fact_rtt_open_pathway while it was open.';
comment on column star.fact_rtt_clock_stop.provider_key is 'Provider at which the clock stopped; dim_organisation.';
comment on column star.fact_rtt_clock_stop.commissioner_key is 'CCG of the patient''s residence; dim_organisation, 0 when not known.';
comment on column star.fact_rtt_clock_stop.specialty_key is 'Treatment function; dim_specialty, 0 when not known.';
comment on column star.fact_rtt_clock_stop.stop_status_key is 'Why the clock stopped; dim_rtt_stop_status.';
comment on column star.fact_rtt_clock_stop.clock_start_date is 'Day on which the clock started.';
comment on column star.fact_rtt_clock_stop.clock_stop_date is 'Day on which it stopped; dim_date.';
comment on column star.fact_rtt_clock_stop.waited_days is 'Days from start to stop.';
comment on column star.fact_rtt_clock_stop.band is 'Week of wait as the return bands it, 0 to 52: 0 to 7 days are band 0, 120 to 126 days band 17, 365 days and more band 52.';
comment on column star.fact_rtt_clock_stop.is_admitted is 'The pathway ended with an admission for treatment.';
comment on column star.fact_rtt_clock_stop.is_within_18_weeks is 'Waited 126 days or less: exactly 126 passes, more is a breach.';
comment on column star.fact_rtt_clock_stop.modified_at is 'When the source last changed the row.';
comment on column star.fact_rtt_clock_stop.batch_key is 'Batch that last wrote the row; ops.batch.';

create table star.fact_rtt_return (
    provider_key integer not null,
    commissioner_key integer not null,
    month_date date not null,
    part_key smallint not null,
    specialty_key smallint not null,
    band smallint not null,
    pathways integer not null,
    batch_key integer not null
);

comment on table star.fact_rtt_return is 'Grain: one row per provider, commissioner, month, part, treatment function and week of wait of NHS England''s RTT return, as last published. Zeros and total rows are left out.';
comment on column star.fact_rtt_return.provider_key is 'The provider; dim_organisation.';
comment on column star.fact_rtt_return.commissioner_key is 'The commissioner; dim_organisation.';
comment on column star.fact_rtt_return.month_date is 'First day of the month; dim_date. Incomplete pathways are counted at the month''s end.';
comment on column star.fact_rtt_return.part_key is 'Part of the return; dim_rtt_part. Choose one, never add parts up.';
comment on column star.fact_rtt_return.specialty_key is 'Treatment function as returned; dim_specialty, 0 when not known.';
comment on column star.fact_rtt_return.band is 'Week of wait: 0 for Gt 00 To 01 Weeks to 51, and 52 for all above 52 weeks; -1 for new periods and where the clock start is not known.';
comment on column star.fact_rtt_return.pathways is 'Pathways.';
comment on column star.fact_rtt_return.batch_key is 'Batch that last wrote the row; ops.batch.';
