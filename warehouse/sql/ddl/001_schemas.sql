-- The schemas that analysts see. ops is made by the migrator itself.
create schema if not exists star;
create schema if not exists mart;
create schema if not exists scorecard;

comment on table ops.migration is 'Migrations applied to this warehouse: one row per numbered file.';
comment on column ops.migration.migration is 'The file''s name without its ending.';
comment on column ops.migration.applied_order is 'Counted from 1 in the order of application.';
