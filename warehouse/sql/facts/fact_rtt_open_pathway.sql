-- feed: rtt_open_pathway
-- key: census_date, pathway_id
-- month: census_date
-- fact_rtt_open_pathway: one row per census and open pathway.
select
    p.census_date,
    p.pathway_id,
    coalesce(provider.organisation_key, 0) as provider_key,
    coalesce(commissioner.organisation_key, 0) as commissioner_key,
    coalesce(specialty.specialty_key, 0) as specialty_key,
    p.clock_start_date,
    cast(p.census_date - p.clock_start_date as integer) as waited_days,
    -- The return's 'Gt 17 To 18 Weeks' holds exactly 18 weeks too: a band ends with the seventh day.
    cast(least(greatest((p.census_date - p.clock_start_date + 6) // 7 - 1, 0), 52) as smallint) as band,
    p.has_decision_to_admit = 'Y' as has_decision_to_admit,
    p.modified_at
from staging.stg_rtt_open_pathway as p
left join star.dim_organisation as provider on provider.ods_code = p.provider_code
left join star.dim_organisation as commissioner on commissioner.ods_code = p.commissioner_code
left join star.dim_specialty as specialty on specialty.specialty_code = p.treatment_function_code
