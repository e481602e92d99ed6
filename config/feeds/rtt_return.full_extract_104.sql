-- The full extract since April 2021: bands of a week to 104 weeks. Those above 52 weeks are added up, as the return before had them.
with function_rows as (
    -- C_999 holds the totals of the other treatment functions.
    select *
    from file
    where upper(trim("Treatment Function Code")) <> 'C_999'
),

dated as (
    -- 'RTT-November-2024' becomes '2024-11-01'; a text that is no month stays as it is, and the contract rejects it.
    select
        coalesce(
            strftime(try_strptime(replace(upper(trim("Period")), 'RTT-', '01-'), '%d-%B-%Y'), '%Y-%m-%d'),
            "Period"
        ) as period_date,
        "Provider Org Code" as provider_code,
        "Commissioner Org Code" as commissioner_code,
        trim("RTT Part Type") as part,
        regexp_replace(trim("Treatment Function Code"), '^[Cc]_', '') as treatment_function_code,
        columns('(?i)^gt [0-9]+ '),
        "Patients with unknown clock start date" as unknown_start,
        "Total All" as all_pathways
    from function_rows
),

by_band as (
    unpivot dated
    on columns('(?i)^gt [0-9]+ ')
    into name heading value pathways
),

-- What has no week of wait: all of a part without bands (new periods), and elsewhere those whose clock start is not known.
without_band as (
    select
        *,
        case upper(part) when 'PART_3' then all_pathways else unknown_start end as pathways
    from dated
),

filled as (
    select
        period_date,
        provider_code,
        commissioner_code,
        part,
        treatment_function_code,
        least(cast(regexp_extract(heading, '[0-9]+') as integer), 52) as band,
        -- A figure that is no whole number becomes none, which the contract rejects.
        case when regexp_full_match(trim(pathways), '[0-9]{1,9}') then cast(pathways as integer) end as pathways
    from by_band
    where trim(pathways) not in ('0', '')
)

select
    period_date,
    provider_code,
    commissioner_code,
    part,
    treatment_function_code,
    band,
    -- One figure that is none makes the sum none.
    case when count(*) = count(pathways) then cast(sum(pathways) as integer) end as pathways
from filled
group by period_date, provider_code, commissioner_code, part, treatment_function_code, band
union all
select
    period_date,
    provider_code,
    commissioner_code,
    part,
    treatment_function_code,
    -1 as band,
    case when regexp_full_match(trim(pathways), '[0-9]{1,9}') then cast(pathways as integer) end as pathways
from without_band
where trim(pathways) not in ('0', '')
