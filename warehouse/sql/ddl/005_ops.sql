-- ops: the history of batches, rejects and data tests.
create table ops.batch (
    batch_key integer not null,
    batch_id text not null,
    feed text not null,
    run_id text not null,
    outcome text not null,
    reason text,
    window_start_at timestamp,
    window_end_at timestamp,
    is_full boolean not null,
    source_file text,
    source_sha256 text,
    landed_rows bigint not null,
    rejected_rows bigint not null,
    superseded_rows bigint not null,
    inserted_rows bigint not null,
    updated_rows bigint not null,
    unchanged_rows bigint not null,
    deleted_rows bigint not null,
    landed_at timestamp not null,
    loaded_at timestamp not null
);

comment on table ops.batch is 'Grain: one row per batch that was loaded or failed. A loaded batch committed together with its rows.';
comment on column ops.batch.batch_key is 'Key; every fact row carries that of the batch that last wrote it.';
comment on column ops.batch.batch_id is 'The batch''s folder in landing/<feed>.';
comment on column ops.batch.feed is 'The feed.';
comment on column ops.batch.run_id is 'The run that loaded it.';
comment on column ops.batch.outcome is 'loaded or failed.';
comment on column ops.batch.reason is 'Why it failed; null when loaded.';
comment on column ops.batch.window_start_at is 'Start of the extract window, inside; null for the first extract and for files.';
comment on column ops.batch.window_end_at is 'End of the extract window, outside; the next extract starts here less the feed''s lag.';
comment on column ops.batch.is_full is 'The batch replaced all rows of its feed.';
comment on column ops.batch.source_file is 'Name of the file it came from; null for a database source.';
comment on column ops.batch.source_sha256 is 'SHA-256 of that file: the same content is never loaded twice.';
comment on column ops.batch.landed_rows is 'Rows extracted and landed.';
comment on column ops.batch.rejected_rows is 'Rows that broke the feed''s contract; see ops.reject.';
comment on column ops.batch.superseded_rows is 'Rows of the batch that another row of the same key in it replaced: repeats and older versions.';
comment on column ops.batch.inserted_rows is 'Fact rows that were new.';
comment on column ops.batch.updated_rows is 'Fact rows that the batch changed.';
comment on column ops.batch.unchanged_rows is 'Rows that were in the facts already, exactly so.';
comment on column ops.batch.deleted_rows is 'Fact rows that a full batch no longer held.';
comment on column ops.batch.landed_at is 'When it was landed, UTC.';
comment on column ops.batch.loaded_at is 'When it was loaded or failed, UTC.';

create table ops.batch_month (
    batch_key integer not null,
    fact text not null,
    month_date date not null,
    changed_rows bigint not null
);

comment on table ops.batch_month is 'Grain: one row per batch, fact table and month that the batch changed.';
comment on column ops.batch_month.batch_key is 'The batch.';
comment on column ops.batch_month.fact is 'The fact table.';
comment on column ops.batch_month.month_date is 'First day of the month that the changed rows belong to.';
comment on column ops.batch_month.changed_rows is 'Rows inserted or updated.';

create table ops.reject (
    batch_key integer not null,
    feed text not null,
    row_key text not null,
    landed_file text,
    landed_row bigint,
    column_name text not null,
    rule text not null,
    reason text not null,
    rejected_value text
);

comment on table ops.reject is 'Grain: one row per rule that a row of a batch broke. The row itself is in landing; it is in no fact.';
comment on column ops.reject.batch_key is 'The batch.';
comment on column ops.reject.feed is 'The feed.';
comment on column ops.reject.row_key is 'The row''s key as column=value, or its line in the file.';
comment on column ops.reject.landed_file is 'The Parquet part that holds the row; null for a line of a file that could not be read as a row.';
comment on column ops.reject.landed_row is 'The row''s number in that part, from 0.';
comment on column ops.reject.column_name is 'The column that broke the rule; row for a rule over the whole row.';
comment on column ops.reject.rule is 'The rule: type, required, allowed, minimum, maximum, line, or the rule''s own name.';
comment on column ops.reject.reason is 'What was wrong, in words.';
comment on column ops.reject.rejected_value is 'The value, cut to 100 characters; always null for a personal column.';

create table ops.data_test (
    run_id text not null,
    data_test text not null,
    description text not null,
    severity text not null,
    failures bigint not null,
    example text,
    tested_at timestamp not null
);

comment on table ops.data_test is 'Grain: one row per data test, as it last ran.';
comment on column ops.data_test.run_id is 'The run in which it ran.';
comment on column ops.data_test.data_test is 'The test: table and rule.';
comment on column ops.data_test.description is 'What the test looks for.';
comment on column ops.data_test.severity is 'error stops the batch; warn is shown.';
comment on column ops.data_test.failures is 'Rows that the test returned; 0 is a pass.';
comment on column ops.data_test.example is 'The first failing row, as column=value; null on a pass.';
comment on column ops.data_test.tested_at is 'When it ran, UTC.';

create table ops.feed (
    feed text not null,
    title text not null,
    data_to_date date,
    is_fresh boolean not null,
    reason text,
    failure text
);

comment on table ops.feed is 'Grain: one row per feed, as it stood when this snapshot was scored.';
comment on column ops.feed.feed is 'The feed.';
comment on column ops.feed.title is 'What pages call it.';
comment on column ops.feed.data_to_date is 'Last day that its data cover; null when nothing is loaded.';
comment on column ops.feed.is_fresh is 'False when it failed in the run or its data are older than its freshness allows.';
comment on column ops.feed.reason is 'Why it is not fresh; null when it is.';
comment on column ops.feed.failure is 'What made its last run fail; null when that was well.';
