-- feed: rtt_clock_stop
-- key: pathway_id
-- month: clock_stop_date
-- newest: modified_at
-- fact_rtt_clock_stop: one row per pathway whose clock stopped.
select
    s.pathway_id,
    coalesce(provider.organisation_key, 0) as provider_key,
    coalesce(commissioner.organisation_key, 0) as commissioner_key,
    coalesce(specialty.specialty_key, 0) as specialty_key,
    coalesce(status.stop_status_key, 0) as stop_status_key,
    s.clock_start_date,
    s.clock_stop_date,
    cast(s.clock_stop_date - s.clock_start_date as integer) as waited_days,
    -- The return's 'Gt 17 To 18 Weeks' holds exactly 18 weeks too: a band ends with the seventh day.
    cast(least(greatest((s.clock_stop_date - s.clock_start_date + 6) // 7 - 1, 0), 52) as smallint) as band,
    s.is_admitted = 'Y' as is_admitted,
    s.clock_stop_date - s.clock_start_date <= 126 as is_within_18_weeks,
    s.modified_at
from staging.stg_rtt_clock_stop as s
left join star.dim_organisation as provider on provider.ods_code = s.provider_code
left join star.dim_organisation as commissioner on commissioner.ods_code = s.commissioner_code
left join star.dim_specialty as specialty on specialty.specialty_code = s.treatment_function_code
left join star.dim_rtt_stop_status as status on status.stop_status_code = s.stop_status_code
