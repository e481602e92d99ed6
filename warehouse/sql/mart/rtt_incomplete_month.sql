-- Incomplete RTT pathways by census, provider and specialty, under the headings of the return: one row each. A stock: choose one census.
-- Example: select ods_code, specialty_name, pathways, over_52_weeks from mart.rtt_incomplete_month where census_date = '2018-12-31' order by over_52_weeks desc, ods_code, specialty_name;
with counted as (
    select
        p.census_date,
        p.provider_key,
        p.specialty_key,
        count(*) as pathways,
        count(*) filter (where p.band < 18) as within_18_weeks,
        count(*) filter (where p.band >= 52) as over_52_weeks,
        count(*) filter (where p.has_decision_to_admit) as with_decision_to_admit
    from star.fact_rtt_open_pathway as p
    group by 1, 2, 3
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    c.census_date,  -- Day of the census, a month end.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    s.rtt_code as specialty_code,  -- Heading of the return: a treatment function, or X01 for other.
    s.rtt_name as specialty_name,  -- Its name.
    cast(sum(c.pathways) as bigint) as pathways,  -- Open pathways.
    cast(sum(c.within_18_weeks) as bigint) as within_18_weeks,  -- Those that have waited 126 days or less.
    cast(sum(c.pathways - c.within_18_weeks) as bigint) as over_18_weeks,  -- Those that have waited longer: breaches.
    cast(sum(c.over_52_weeks) as bigint) as over_52_weeks,  -- Those that have waited 365 days or more.
    cast(sum(c.with_decision_to_admit) as bigint) as with_decision_to_admit  -- Those with a decision to admit.
from counted as c
inner join star.dim_organisation as o on o.organisation_key = c.provider_key
inner join star.dim_date as d on d.calendar_date = c.census_date
inner join star.dim_specialty as s on s.specialty_key = c.specialty_key
group by 1, 2, 3, 4, 5, 6, 7
