-- scorecard: measures, KPI values, and the definitions and plan they were computed with.
create table scorecard.measure_value (
    measure text not null,
    month_date date not null,
    basis text not null,
    organisation_key integer not null,
    ods_code text not null,
    band integer,
    value decimal(18, 4) not null
);

comment on table scorecard.measure_value is 'Grain: one row per measure, month, basis, organisation and band. Additive: sum before dividing.';
comment on column scorecard.measure_value.measure is 'The measure; its SQL is config/measures/<measure>.sql.';
comment on column scorecard.measure_value.month_date is 'First day of the month; dim_date.';
comment on column scorecard.measure_value.basis is 'provider or commissioner: whose figure it is.';
comment on column scorecard.measure_value.organisation_key is 'The organisation; dim_organisation.';
comment on column scorecard.measure_value.ods_code is 'The organisation''s ODS code.';
comment on column scorecard.measure_value.band is 'Week of wait or day of stay; null for a measure without bands.';
comment on column scorecard.measure_value.value is 'The number.';

create table scorecard.kpi (
    kpi text not null,
    version integer not null,
    title text not null,
    perspective text not null,
    owner text not null,
    intervention text,
    numerator text not null,
    denominator text,
    multiplier decimal(18, 4) not null,
    per text not null,
    unit text not null,
    direction text not null,
    roll_up text not null,
    basis text not null,
    definition_source text not null
);

comment on table scorecard.kpi is 'Grain: one row per KPI, in the version that this snapshot was computed with.';
comment on column scorecard.kpi.kpi is 'The KPI.';
comment on column scorecard.kpi.version is 'Version of its definition.';
comment on column scorecard.kpi.title is 'What pages call it.';
comment on column scorecard.kpi.perspective is 'patients, activity_and_process, workforce or money.';
comment on column scorecard.kpi.owner is 'Who answers for it.';
comment on column scorecard.kpi.intervention is 'The intervention in the plan that it watches.';
comment on column scorecard.kpi.numerator is 'Measure above the line.';
comment on column scorecard.kpi.denominator is 'Measure below the line; null for a count.';
comment on column scorecard.kpi.multiplier is 'What the ratio is multiplied by, such as 1000.';
comment on column scorecard.kpi.per is 'day when the value is divided by the days of its period; else period.';
comment on column scorecard.kpi.unit is 'percent (held as a fraction), count, number, minutes, days, weeks or gbp.';
comment on column scorecard.kpi.direction is 'increase, decrease or neutral: which way is better.';
comment on column scorecard.kpi.roll_up is 'sum, last or mean: how months become longer periods.';
comment on column scorecard.kpi.basis is 'provider or commissioner: whose sum the partnership''s figure is.';
comment on column scorecard.kpi.definition_source is 'Where the definition is published.';

create table scorecard.kpi_value (
    kpi text not null,
    version integer not null,
    level text not null,
    ods_code text not null,
    period_kind text not null,
    period_start_date date not null,
    period_end_date date not null,
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    value double precision,
    baseline double precision,
    trajectory double precision,
    target double precision,
    target_date date,
    standard double precision,
    plan double precision,
    plan_kind text,
    plan_change_id text,
    variance double precision,
    tolerance double precision,
    status text not null,
    status_reason text,
    is_partial boolean not null,
    is_stale boolean not null,
    data_to_date date,
    progress double precision,
    required_run_rate double precision
);

comment on table scorecard.kpi_value is 'Grain: one row per KPI, level, organisation, kind of period and period.';
comment on column scorecard.kpi_value.kpi is 'The KPI; scorecard.kpi.';
comment on column scorecard.kpi_value.version is 'Version of the definition that was used.';
comment on column scorecard.kpi_value.level is 'partnership, provider or ccg.';
comment on column scorecard.kpi_value.ods_code is 'The organisation; the partnership''s own code at partnership level.';
comment on column scorecard.kpi_value.period_kind is 'month, quarter, year_to_date or rolling_12.';
comment on column scorecard.kpi_value.period_start_date is 'First day, inside.';
comment on column scorecard.kpi_value.period_end_date is 'Last day, inside.';
comment on column scorecard.kpi_value.numerator is 'Rolled-up measure above the line; null when nothing was measured, which is not 0.';
comment on column scorecard.kpi_value.denominator is 'Rolled-up measure below the line; null for a count.';
comment on column scorecard.kpi_value.value is 'The value in the KPI''s unit; shares are fractions.';
comment on column scorecard.kpi_value.baseline is 'Reference level, normally the 2015/16 outturn.';
comment on column scorecard.kpi_value.trajectory is 'Trajectory in force, read at the period''s last day.';
comment on column scorecard.kpi_value.target is 'Target in force.';
comment on column scorecard.kpi_value.target_date is 'The day by which the target is to be reached.';
comment on column scorecard.kpi_value.standard is 'National standard in force.';
comment on column scorecard.kpi_value.plan is 'What the status is judged against.';
comment on column scorecard.kpi_value.plan_kind is 'trajectory, target or standard: which of them the plan is.';
comment on column scorecard.kpi_value.plan_change_id is 'The change of plan that set it; config/plans/changes.csv.';
comment on column scorecard.kpi_value.variance is 'Distance from plan in the KPI''s unit; positive is better.';
comment on column scorecard.kpi_value.tolerance is 'How far off is still amber, in the KPI''s unit.';
comment on column scorecard.kpi_value.status is 'green, amber, red, or grey for no plan or no fresh data.';
comment on column scorecard.kpi_value.status_reason is 'Why the status is grey; null otherwise.';
comment on column scorecard.kpi_value.is_partial is 'The data do not reach the period''s last day.';
comment on column scorecard.kpi_value.is_stale is 'A feed behind it failed or is past its freshness.';
comment on column scorecard.kpi_value.data_to_date is 'Last day that all feeds behind it cover.';
comment on column scorecard.kpi_value.progress is '(actual - baseline) / (target - baseline).';
comment on column scorecard.kpi_value.required_run_rate is 'Change per month still needed to reach the target by its date, in the KPI''s unit.';

create table scorecard.plan_change (
    change_id text not null,
    kpi text not null,
    kind text not null,
    level text not null,
    ods_code text not null,
    period_date date,
    value double precision,
    value_text text not null,
    shape text not null,
    effective_from_date date not null,
    recorded_date date not null,
    proposed_by text not null,
    approved_by text,
    reason text not null
);

comment on table scorecard.plan_change is 'Grain: one row per line of config/plans/changes.csv, as it stood when this snapshot was published.';
comment on column scorecard.plan_change.change_id is 'The change; its lines belong together.';
comment on column scorecard.plan_change.kpi is 'The KPI.';
comment on column scorecard.plan_change.kind is 'baseline, trajectory, target, standard, tolerance or rebase.';
comment on column scorecard.plan_change.level is 'partnership, provider or ccg.';
comment on column scorecard.plan_change.ods_code is 'The organisation.';
comment on column scorecard.plan_change.period_date is 'A trajectory''s point, a target''s due date, the end of a baseline''s period.';
comment on column scorecard.plan_change.value is 'The value in the KPI''s unit; null when not agreed yet.';
comment on column scorecard.plan_change.value_text is 'The value as written, TBC included.';
comment on column scorecard.plan_change.shape is 'linear or step between points of a trajectory.';
comment on column scorecard.plan_change.effective_from_date is 'Periods that end on or after this day are judged by it.';
comment on column scorecard.plan_change.recorded_date is 'When the line was entered.';
comment on column scorecard.plan_change.proposed_by is 'Who proposed it.';
comment on column scorecard.plan_change.approved_by is 'Which group approved it; null means that it does not count.';
comment on column scorecard.plan_change.reason is 'Why.';

create table scorecard.publication (
    publication_id text not null,
    run_id text not null,
    published_at timestamp not null,
    as_of_date date not null,
    program_version text not null,
    fingerprint text not null
);

comment on table scorecard.publication is 'Grain: one row: the publication that this snapshot is.';
comment on column scorecard.publication.publication_id is 'Its folder in publications/.';
comment on column scorecard.publication.run_id is 'The run that published it.';
comment on column scorecard.publication.published_at is 'When, London time.';
comment on column scorecard.publication.as_of_date is 'The day that the run stood at.';
comment on column scorecard.publication.program_version is 'Version of Stp.';
comment on column scorecard.publication.fingerprint is 'Hash of config, program and as-of date: the same data under the same fingerprint give the same scorecard.';
