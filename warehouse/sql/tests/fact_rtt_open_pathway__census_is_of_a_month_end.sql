-- severity: warn
-- A census is taken at a month end; another one in the month is not the month's figure.
select census_date, provider_key, count(*) as row_count
from star.fact_rtt_open_pathway
where cast(date_trunc('month', census_date + 1) as date) <> census_date + 1
group by census_date, provider_key
