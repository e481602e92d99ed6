-- The schemas that analysts see. ops is made by the migrator itself.
create schema if not exists star;
create schema if not exists mart;
create schema if not exists scorecard;

comment on schema star is 'Dimensions and facts: what happened, who, where and when, at the grain that each table states.';
comment on schema mart is 'Views for analysts: one question each, over the star.';
comment on schema scorecard is 'Measures, KPI values, definitions and plans as this snapshot was published.';
comment on schema ops is 'How the data came here: batches, rejects, data tests, migrations.';

comment on table ops.migration is 'Migrations applied to this warehouse: one row per numbered file.';
comment on column ops.migration.migration is 'The file''s name without its ending.';
comment on column ops.migration.applied_order is 'Counted from 1 in the order of application.';
