-- feed: rtt_return
-- key: provider_key, commissioner_key, month_date, part_key, specialty_key, band
-- month: month_date
-- replaces: month_date, provider_key
-- fact_rtt_return: one row per provider, commissioner, month, part, treatment function and week of wait.
with coded as (
    -- Codes that no dimension knows share the unknown member, where their figures add up.
    select
        coalesce(provider.organisation_key, 0) as provider_key,
        coalesce(commissioner.organisation_key, 0) as commissioner_key,
        cast(date_trunc('month', r.period_date) as date) as month_date,
        coalesce(part.part_key, 0) as part_key,
        coalesce(specialty.specialty_key, 0) as specialty_key,
        cast(r.band as smallint) as band,
        r.pathways
    from staging.stg_rtt_return as r
    left join star.dim_organisation as provider on provider.ods_code = r.provider_code
    left join star.dim_organisation as commissioner on commissioner.ods_code = r.commissioner_code
    left join star.dim_rtt_part as part on part.part_code = r.part
    left join star.dim_specialty as specialty on specialty.specialty_code = r.treatment_function_code
)

select
    provider_key,
    commissioner_key,
    month_date,
    part_key,
    specialty_key,
    band,
    cast(sum(pathways) as integer) as pathways
from coded
group by provider_key, commissioner_key, month_date, part_key, specialty_key, band
