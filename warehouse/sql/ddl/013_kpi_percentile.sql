-- scorecard.kpi: the percentile that a KPI is, where it is one.
alter table scorecard.kpi add column percentile_share decimal(6, 4);

comment on column scorecard.kpi.percentile_share is 'The percentile of the numerator''s bands that the KPI is, such as 0.5 for the median; null for a ratio or a count.';
