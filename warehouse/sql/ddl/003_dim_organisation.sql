-- dim_organisation: one row per organisation, by ODS code, under a key that never changes.
create table star.dim_organisation (
    organisation_key integer not null,
    ods_code text not null,
    organisation_name text not null,
    short_name text not null,
    organisation_level text not null,
    partnership_code text,
    successor_ods_code text,
    valid_from_date date,
    valid_to_date date,
    is_inferred boolean not null
);

insert into star.dim_organisation
values (0, 'unknown', 'Unknown organisation', 'Unknown', 'unknown', null, null, null, null, false);

comment on table star.dim_organisation is 'Grain: one row per organisation. Key 0 is the unknown member.';
comment on column star.dim_organisation.organisation_key is 'Durable key; facts join on it.';
comment on column star.dim_organisation.ods_code is 'National ODS code; the partnership itself has a code of its own.';
comment on column star.dim_organisation.organisation_name is 'Full name.';
comment on column star.dim_organisation.short_name is 'The name that charts and titles use.';
comment on column star.dim_organisation.organisation_level is 'partnership, provider or ccg within the partnership; other outside it; unknown.';
comment on column star.dim_organisation.partnership_code is 'Code of the partnership that it belongs to; null outside it.';
comment on column star.dim_organisation.successor_ods_code is 'Code of the organisation that it became part of.';
comment on column star.dim_organisation.valid_from_date is 'First day of its validity; null when not known.';
comment on column star.dim_organisation.valid_to_date is 'Last day of its validity, inside; null while it exists.';
comment on column star.dim_organisation.is_inferred is 'Met in data before it was named in config/organisations.csv; its name is its code until then.';
